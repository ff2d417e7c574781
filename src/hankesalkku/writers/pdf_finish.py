def finish(a,b,c): return a
