"""The sample office, and the pictures and documents made from it."""
