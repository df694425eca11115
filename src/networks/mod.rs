//! I, G, O and R, and the architectures assembled from them.
