//! Keeping work: projects in this browser, and files.

mod files;
mod furniture;
mod markdown;
mod store;
mod work;

pub use files::{Opened, Trouble, open, save, save_blob};
pub use furniture::from_html;
pub use markdown::from_markdown;
pub use store::{Record, Store, StoreError};
pub use work::{from_project, new_id, suggested_name, to_project};
