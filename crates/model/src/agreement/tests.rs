//! Empty until the schema stands.
