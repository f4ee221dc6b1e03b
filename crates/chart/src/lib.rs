//! An analysis to the geometry of its charts.
