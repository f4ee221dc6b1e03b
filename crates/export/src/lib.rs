//! An analysis to files and back.
