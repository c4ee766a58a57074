cat
printf "results:\n- message: all is well\n  severity: info\n"
