//! What leaves the program: one file per format. Everything here turns a [`Material`] into bytes; where the bytes go is
//! decided elsewhere.

mod material;

pub use material::Material;
