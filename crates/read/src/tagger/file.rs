
#[derive(Debug)] pub enum ModelError { Header(String), Shape(String) }
impl std::fmt::Display for ModelError { fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { Ok(()) } }
pub struct ModelFile;
impl ModelFile { pub fn head(&self) -> Option<&serde_json::Value> { None } pub fn floats(&self, _: &str, _: usize) -> Result<Vec<f32>, ModelError> { todo!() } }
