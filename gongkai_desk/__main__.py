"""python -m gongkai_desk"""

from __future__ import annotations

import sys

from gongkai_desk.cli.main import main

sys.exit(main())
