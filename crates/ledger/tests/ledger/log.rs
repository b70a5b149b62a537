//! A small log in memory, as a store would keep it.

use hudna_ledger::*;

pub const ORIGIN: &str = "example.org/follow-up";

pub fn operator() -> OperatorKey {
    OperatorKey::from_seed([7; 32], ORIGIN).unwrap()
}

#[derive(Clone)]
pub struct Row {
    pub bytes: Vec<u8>,
    pub salt: [u8; 16],
    pub payload: Vec<u8>,
}

/// Rows, and the heads with the sizes that they are stored under.
#[derive(Clone, Default)]
pub struct Log {
    pub rows: Vec<Row>,
    pub heads: Vec<(u64, Vec<u8>)>,
}

impl Log {
    /// Six entries of two objects, a head after each entry whose number is a multiple of `every`.
    pub fn with_head_every(every: usize) -> Log {
        let mut log = Log::default();
        let objects = ["r-1", "r-2", "r-1", "r-1", "r-2", "r-1"];
        for (at, object) in objects.into_iter().enumerate() {
            log.append(object, &[b'a' + at as u8; 9]);
            if (at + 1) % every == 0 {
                log.sign();
            }
        }
        log
    }

    pub fn append(&mut self, object: &str, payload: &[u8]) {
        let mut earlier = self.rows.iter().filter_map(|row| {
            let entry = Entry::decode(&row.bytes).unwrap();
            (entry.object == object).then_some((entry.version, leaf_hash(&row.bytes)))
        });
        let last = earlier.next_back();
        let salt = [self.rows.len() as u8; 16];
        let entry = Entry {
            kind: "report".into(),
            object: object.into(),
            version: last.map_or(1, |(version, _)| version + 1),
            previous: last.map(|(_, leaf)| leaf),
            hour: "2016-05-03T14:00:00Z".into(),
            commitment: commit(&salt, payload),
        };
        self.rows.push(Row { bytes: entry.encode().unwrap(), salt, payload: payload.to_vec() });
    }

    pub fn sign(&mut self) {
        let size = self.rows.len() as u64;
        let note = operator().sign_head(size, &self.root());
        self.heads.push((size, note.into_bytes()));
    }

    pub fn root(&self) -> Hash {
        let mut frontier = Frontier::new();
        self.rows.iter().for_each(|row| frontier.push(leaf_hash(&row.bytes)));
        frontier.root()
    }

    /// Rewrites a row's payload together with the commitment in its entry.
    pub fn forge(&mut self, at: usize, payload: &[u8]) {
        let row = &mut self.rows[at];
        let old = Entry::decode(&row.bytes).unwrap();
        let entry = Entry { commitment: commit(&row.salt, payload), ..old };
        row.bytes = entry.encode().unwrap();
        row.payload = payload.to_vec();
    }

    /// Audits the log as `numbered` rows, expecting `expected` of them.
    pub fn audit_numbered(&self, numbers: &[u64], expected: u64) -> Audit {
        let mut auditor = Auditor::new(&operator().vkey()).unwrap();
        let mut heads = self.heads.iter().peekable();
        for (row, &index) in self.rows.iter().zip(numbers) {
            auditor.entry(index, &row.bytes, &row.salt, &row.payload);
            while let Some((size, note)) = heads.next_if(|(size, _)| *size <= index + 1) {
                auditor.head(*size, note);
            }
        }
        heads.for_each(|(size, note)| auditor.head(*size, note));
        auditor.finish(expected)
    }

    pub fn audit(&self, expected: u64) -> Audit {
        let numbers: Vec<u64> = (0..self.rows.len() as u64).collect();
        self.audit_numbered(&numbers, expected)
    }
}
