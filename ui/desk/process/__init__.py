"""The page Xử lý: what waits for an officer, and the steps that move it on."""
