use super::file::*;
#[derive(Clone, Copy, Debug)] pub enum Path { Best }
pub struct Linear;
impl Linear { pub fn load(_: &ModelFile, _: &str, _: Option<&str>) -> Result<Linear, ModelError> { todo!() } pub fn inputs(&self) -> usize { 0 } pub fn outputs(&self) -> usize { 0 } pub fn apply(&self, _: Path, _: &[f32], _: usize, _: &mut Vec<f32>) {} }
pub fn gelu(_: Path, _: &mut [f32]) {}
pub fn sigmoid(_: Path, _: &mut [f32]) {}
pub fn softmax(_: &mut [f32]) {}
pub fn dot(_: &[f32], _: &[f32]) -> f32 { 0.0 }
