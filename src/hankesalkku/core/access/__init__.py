"""Who may do what (*käyttöoikeudet*): actors, roles, one table of rights."""
