"""The card of fourteen rows: THE field table, cards, documents, their JSON form and difference."""
