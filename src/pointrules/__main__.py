"""`python -m pointrules`: the same as the command `pointrules`."""

from pointrules.cli.main import main

if __name__ == "__main__":
    raise SystemExit(main())
