"""Training of the learned reader of relations (`python -m kg.training.relations`)."""
