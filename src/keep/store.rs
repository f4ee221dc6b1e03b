use rexie::{ObjectStore, Rexie, TransactionMode};
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;

const DATABASE: &str = "sayso";
const PROJECTS: &str = "projects";

/// The browser's own store of projects.
#[derive(Debug)]
pub struct Store(Rexie);

/// A project as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// Tells it apart.
    pub id: String,
    /// What its owner calls it.
    pub name: String,
    /// When it was last kept, in milliseconds since 1970.
    pub kept: f64,
    /// How many accounts it has.
    pub accounts: u32,
    /// The project itself, as in a file.
    pub project: String,
}

/// The browser keeps nothing: storage is switched off, full, or not there in this kind of window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "This browser does not keep your work (storage is off or full). Save it to a file before you close the page: Project, \
     then Save to a file."
)]
pub struct StoreError;

impl From<rexie::Error> for StoreError {
    fn from(_: rexie::Error) -> Self {
        Self
    }
}

impl Store {
    /// Opens the store.
    ///
    /// # Errors
    /// Where the browser keeps nothing.
    pub async fn open() -> Result<Self, StoreError> {
        let projects = ObjectStore::new(PROJECTS).key_path("id");
        let database = Rexie::builder(DATABASE)
            .version(1)
            .add_object_store(projects)
            .build()
            .await?;
        Ok(Self(database))
    }

    /// All projects, the one kept last first.
    ///
    /// # Errors
    /// Where the browser keeps nothing.
    pub async fn list(&self) -> Result<Vec<Record>, StoreError> {
        let transaction = self.0.transaction(&[PROJECTS], TransactionMode::ReadOnly)?;
        let all = transaction.store(PROJECTS)?.get_all(None, None).await?;
        // What cannot be read was written by another version, and is left alone.
        let mut records: Vec<Record> = all
            .into_iter()
            .filter_map(|value| serde_wasm_bindgen::from_value(value).ok())
            .collect();
        records.sort_by(|a, b| b.kept.total_cmp(&a.kept));
        Ok(records)
    }

    /// One project, if it is there.
    ///
    /// # Errors
    /// Where the browser keeps nothing.
    pub async fn get(&self, id: &str) -> Result<Option<Record>, StoreError> {
        let transaction = self.0.transaction(&[PROJECTS], TransactionMode::ReadOnly)?;
        let found = transaction.store(PROJECTS)?.get(JsValue::from_str(id)).await?;
        Ok(found.and_then(|value| serde_wasm_bindgen::from_value(value).ok()))
    }

    /// Keeps a project, in place of the one with its id.
    ///
    /// # Errors
    /// Where the browser keeps nothing.
    pub async fn put(&self, record: &Record) -> Result<(), StoreError> {
        let value = serde_wasm_bindgen::to_value(record).map_err(|_| StoreError)?;
        let transaction = self.0.transaction(&[PROJECTS], TransactionMode::ReadWrite)?;
        transaction.store(PROJECTS)?.put(&value, None).await?;
        transaction.done().await?;
        Ok(())
    }

    /// Forgets a project.
    ///
    /// # Errors
    /// Where the browser keeps nothing.
    pub async fn delete(&self, id: &str) -> Result<(), StoreError> {
        let transaction = self.0.transaction(&[PROJECTS], TransactionMode::ReadWrite)?;
        transaction.store(PROJECTS)?.delete(JsValue::from_str(id)).await?;
        transaction.done().await?;
        Ok(())
    }
}
