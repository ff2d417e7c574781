"""The pages of imports (*tuonti*): bring files in, watch them being read, review what they propose."""
