"""Runs the suite's own program (`wstest`) from a folder that packages were installed to: FOLDER, then its arguments."""

import site
import sys

site.addsitedir(sys.argv.pop(1))
from autobahntestsuite.wstest import run

run()
