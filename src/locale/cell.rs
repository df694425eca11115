//! The view of one cell.

texts! {
    /// The texts of the view that works out one cell of the heatmap.
    Cell {
        /// The name of the view.
        title { en: "One cell", de: "Eine Zelle" }
    }
}
