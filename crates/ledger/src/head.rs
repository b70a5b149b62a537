//! Signed heads: C2SP checkpoints (`c2sp.org/tlog-checkpoint`) as signed notes
//! (`c2sp.org/signed-note`) with Ed25519.

use crate::hash::Hash;
use ed25519_dalek::{SignatureError, Signer as _, SigningKey};
use signed_note::{
    Note, NoteError, Signer, StandardVerifier, VerificationError, Verifier, Verifiers,
};
use std::fmt;
use tlog_tiles::Checkpoint;

/// Longest origin, in bytes.
pub const MAX_ORIGIN_BYTES: usize = 255;

/// First byte of an encoded Ed25519 key in C2SP signed-note.
const ED25519: u8 = 1;

/// What a signed head says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Number of entries.
    pub size: u64,
    /// Root of the tree of these entries.
    pub root: Hash,
    /// Name of the log, which is also the name of the operator's key.
    pub origin: String,
}

/// Why a head or a key is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HeadError {
    /// An origin is 1 to [`MAX_ORIGIN_BYTES`] bytes without blanks, `+` or control characters.
    #[error("origin must be 1 to {MAX_ORIGIN_BYTES} bytes without blanks, + or control characters")]
    Origin,
    /// The verifier key is not `name+id+key` with an Ed25519 key that has this id.
    #[error("verifier key is malformed: expected name+id+key")]
    Key,
    /// The bytes are not a signed note.
    #[error("not a signed note")]
    Note,
    /// The note bears no signature by the operator's key.
    #[error("not signed by the operator's key")]
    NotSigned,
    /// The operator's signature does not fit the text.
    #[error("signature does not fit the text")]
    Signature,
    /// The text is signed but is not a checkpoint.
    #[error("signed text is not a checkpoint")]
    Checkpoint,
    /// The head is of another log than the key's.
    #[error("head is of another log: {0:?}")]
    OtherLog(String),
}

/// The operator's signing key and the name of the log.
pub struct OperatorKey {
    origin: String,
    id: u32,
    key: SigningKey,
}

impl fmt::Debug for OperatorKey {
    /// Shows the public half only.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "OperatorKey({})", self.vkey())
    }
}

impl OperatorKey {
    /// Key from 32 random bytes, which must stay secret, for the log called `origin`.
    pub fn from_seed(seed: [u8; 32], origin: &str) -> Result<Self, HeadError> {
        let fit = signed_note::is_key_name_valid(origin)
            && origin.len() <= MAX_ORIGIN_BYTES
            && !origin.contains(char::is_control);
        if !fit {
            return Err(HeadError::Origin);
        }
        let key = SigningKey::from_bytes(&seed);
        let mut public = vec![ED25519];
        public.extend(key.verifying_key().as_bytes());
        Ok(Self { origin: origin.to_owned(), id: signed_note::key_id(origin, &public), key })
    }

    /// Name of the log.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The public half, `name+id+key` as C2SP signed-note writes it: what a verifier must be given
    /// by a way that does not pass through the log.
    pub fn vkey(&self) -> String {
        signed_note::new_ed25519_verifier_key(&self.origin, &self.key.verifying_key())
    }

    /// The head of the first `size` entries as a signed note: origin, size, root in base64, an
    /// empty line, the signature. The same input gives the same bytes.
    pub fn sign_head(&self, size: u64, root: &Hash) -> String {
        let head = Checkpoint::new(&self.origin, size, tlog_tiles::Hash(*root), "")
            .expect("a valid origin and no extension make a checkpoint");
        let mut note =
            Note::new(&head.to_bytes(), &[]).expect("a checkpoint is printable and ends its lines");
        note.add_sigs(&[self]).expect("a valid origin is a valid key name");
        String::from_utf8(note.to_bytes()).expect("origin, digits and base64 are UTF-8")
    }
}

impl Signer for OperatorKey {
    fn name(&self) -> &str {
        &self.origin
    }

    fn key_id(&self) -> u32 {
        self.id
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignatureError> {
        Ok(self.key.try_sign(message)?.to_vec())
    }
}

/// Opens heads of one log.
#[derive(Clone)]
pub struct HeadVerifier(StandardVerifier);

impl HeadVerifier {
    /// Takes [`OperatorKey::vkey`].
    pub fn new(vkey: &str) -> Result<Self, HeadError> {
        StandardVerifier::new(vkey).map(Self).map_err(|_| HeadError::Key)
    }

    /// Opens a head that the operator signed. Signatures by others (witnesses) may stand beside
    /// the operator's; they are not looked at.
    pub fn open(&self, note: impl AsRef<[u8]>) -> Result<Head, HeadError> {
        let note = Note::from_bytes(note.as_ref()).map_err(|_| HeadError::Note)?;
        note.verify(self).map_err(|error| match error {
            NoteError::UnverifiedNote => HeadError::NotSigned,
            NoteError::InvalidSignature { .. } => HeadError::Signature,
            _ => HeadError::Note,
        })?;
        let head = Checkpoint::from_bytes(note.text()).map_err(|_| HeadError::Checkpoint)?;
        if head.origin() != self.0.name() {
            return Err(HeadError::OtherLog(head.origin().to_owned()));
        }
        Ok(Head { size: head.size(), root: head.hash().0, origin: head.origin().to_owned() })
    }
}

impl Verifiers for HeadVerifier {
    fn verifier(&self, name: &str, id: u32) -> Result<&dyn Verifier, VerificationError> {
        if name == self.0.name() && id == self.0.key_id() {
            return Ok(&self.0);
        }
        Err(VerificationError::UnknownKey { name: name.to_owned(), id })
    }
}

/// Opens one head with the operator's verifier key. See [`HeadVerifier::open`].
pub fn open_head(note: impl AsRef<[u8]>, vkey: &str) -> Result<Head, HeadError> {
    HeadVerifier::new(vkey)?.open(note)
}
