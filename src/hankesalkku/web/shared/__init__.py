"""What every page is made of: the frame, the components, the theme, the answers to faults."""
