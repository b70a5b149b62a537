#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)] pub struct Piece { pub id: u32, pub start: u32, pub end: u32 }
