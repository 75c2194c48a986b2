"""Trains the recogniser. The only place that needs torch (`uv sync --extra train`); see docs/model-card.md."""
