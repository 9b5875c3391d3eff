from pointrules.api.evaluation import (
    ApplyingError as ApplyingError,
)
from pointrules.api.evaluation import (
    Evaluation as Evaluation,
)
from pointrules.api.evaluation import (
    evaluate as evaluate,
)
from pointrules.api.evaluation import (
    explain as explain,
)
from pointrules.api.evaluation import (
    summarize as summarize,
)
from pointrules.api.evaluation import (
    to_json as to_json,
)
from pointrules.api.examples import (
    examples_report as examples_report,
)
from pointrules.api.examples import (
    run_all_examples as run_all_examples,
)
from pointrules.api.ruleset_json import (
    ruleset_from_json as ruleset_from_json,
)
from pointrules.api.ruleset_json import (
    ruleset_to_json as ruleset_to_json,
)
from pointrules.api.rulesets import (
    CheckedRulesets as CheckedRulesets,
)
from pointrules.api.rulesets import (
    check_files as check_files,
)
from pointrules.api.rulesets import (
    check_text as check_text,
)
from pointrules.api.rulesets import (
    format_file as format_file,
)
from pointrules.api.rulesets import (
    village_files as village_files,
)
from pointrules.source.errors import PointRulesError as PointRulesError
from pointrules.source.language import Language as Language
