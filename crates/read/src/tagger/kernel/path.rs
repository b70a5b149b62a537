//! Which instructions do the work.

use std::fmt;

use fearless_simd::Level;

/// A set of instructions that this processor has. Every one gives the same bits; they differ in speed.
#[derive(Clone, Copy)]
pub struct Path(Level);

impl Path {
    /// The fastest that there is.
    pub fn best() -> Self {
        Self(Level::new())
    }

    /// One number at a time; works everywhere.
    pub fn scalar() -> Self {
        Self(Level::fallback())
    }

    /// All that this processor has, the best first and the scalar one last.
    pub fn all() -> Vec<Self> {
        let mut all = vec![Self::best()];
        all.extend(lesser(Level::new()).into_iter().flatten().map(Self));
        all.push(Self::scalar());
        all.dedup_by_key(|path| path.name());
        all
    }

    /// Its name: `Avx512`, `Avx2`, `Sse4_2`, `Sse2`, `Neon`, `WasmSimd128` or `Fallback`.
    pub fn name(self) -> String {
        let token = format!("{:?}", self.0);
        token.split('(').next().unwrap_or_default().to_owned()
    }

    pub(super) fn level(self) -> Level {
        self.0
    }
}

impl Default for Path {
    fn default() -> Self {
        Self::best()
    }
}

impl fmt::Debug for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name())
    }
}

#[cfg(any(target_arch = "x86", target_arch = "x86_64"))]
fn lesser(best: Level) -> [Option<Level>; 3] {
    [
        best.as_avx2().map(Level::Avx2),
        best.as_sse4_2().map(Level::Sse4_2),
        best.as_sse2().map(Level::Sse2),
    ]
}

#[cfg(not(any(target_arch = "x86", target_arch = "x86_64")))]
fn lesser(_: Level) -> [Option<Level>; 0] {
    []
}
