"""The first window: painted before anything heavy is imported."""
