"""政企图谱: from newspaper pages to a graph of government–enterprise relations that can be checked."""

__version__ = "0.1.0"
