/**
 * Facts of English that cues of any topic may use as classes (`@not`, `%accept`). Entries are patterns in the language of
 * `patterns.ts`. A polar class `%x` has three sides: `x+`, `x-` and `x~`.
 */
export const english: Record<string, string[]> = {
  not: 'not|never|no|neither|nor|none|nobody|without|hardly|barely|scarcely;no_one;nowhere_near;no_longer;not_yet;yet_to;could not;=stop_short_of;not_even'.split(
    ';',
  ),
  /** Words that turn what they govern into its opposite. */
  reverse: (
    'deny|denial|reject|rejection|refuse|refusal|dismiss|dismissal|oppose|opposition|exclude|decline|unlikely|impossible|refute|rebuff|spurn|veto|resist|doubt|sceptical|skeptical;' +
    'rule_out;ruling_out;fail to;failure to;failed to;far_from;stop_short_of;stopped_short_of;back_away_from;walk_away_from;' +
    'out_of_question;off_table;turn_down;shoot_down;push back against|on;pour_cold_water_on;little chance|hope|prospect|sign|likelihood;scotch|quash|nix;' +
    'brush|wave|sweep ~3 aside|away;back_out_of;go_back_on;gone_back_on;went_back_on;nothing came|come of;lack of;unable to;stop pretending;' +
    'false|absurd|nonsense|untrue|senseless|pointless|madness|irresponsible|folly|naive|ridiculous|wrong to;false|untrue|wrong|nonsense that;withhold|cancel|postpone|shelve|scrap|abandon;put_off;hold_off;held_off;refrain from;decide against;forbid|prohibit ~5 to;barred|banned|prohibited|forbidden from;few ~2 believe|expect|think;lift|drop|withdraw ~2 veto|objection|objections|opposition|resistance;drop ~3 demand|insistence|objection|recognition'
  ).split(';'),
  /** A denial taken back, or neither yes nor no: the matter stays open. */
  open: (
    'not ~1 rule_out;not ~1 exclude;not ~1 deny;no ~1 rule_out;neither_confirm_nor_deny;neither_confirmed_nor_denied;not_confirm_or_deny;neither_confirm_or_deny;' +
    'decline to say;declined to say;would_not_say;not_say whether|if;refuse to say;without ruling_out;stop_short_of ruling out|rejecting;leave_open;left_open;leaves_open;keep_door_open;' +
    'ask|see|wonder|know|clear|decide|question if;only if|when|after|once;provided_that;on_condition;as_long_as;depend|hinge|contingent on;remain_to_be_seen;we_will_see;will_see what_happens;we_shall_see;time_will_tell;too early|soon;not_clear whether|if|how|when|what;unclear|uncertain;depend|depends on;' +
    'not_say whether;did_not_specify;not_decided;undecided;no_decision;could_not ~2 verify|verified|confirm|confirmed|corroborate|corroborated;not_ready to_say;hard to say|tell;anyone_guess;question mark|marks;open_question;far_from certain|clear|sure|decided|settled;jury_is_out'
  ).split(';'),
  /** Words that leave what they govern open. */
  hedge: (
    'may|might|could|perhaps|possibly|maybe|whether|hope|hopes|hoped|hoping|hopeful|wish|wonder|potentially|conceivably|possible|possibility|potential|consider|considering|weigh|weighing|mull|mulling|' +
    'speculation|hint|hinted|?;would_like;would_be_open_to;up_to_them;not sure|certain'
  ).split(';'),
  /** What may follow a claim and leave it open: "a truce may come". */
  modal: ['may|might|could'],
  /** Negations that say yes. */
  yes: 'no|without ~1 doubt;beyond doubt;no_one|nobody|nothing ~1 stop|prevent|stand;not ~1 change|drop|abandon|soften ~2 demand|position|stance|insistence|goal|aim;never ~1 closer|nearer|better|stronger|higher|likelier;never ~1 so ~1 near|close|high|good'.split(
    ';',
  ),
  /** A claim inside a condition is not made. "asked if" is a question, not a condition. */
  condition: ['=if|unless|=assuming|=supposing'],
  /** "no sign that", "not say that": the clause that follows is not asserted at all. */
  unsaid:
    'no sign|indication|evidence|proof|word|mention|comment;not ~1 say|specify|mention|elaborate|comment|address|discuss|confirm|announce;without ~1 say|saying|mentioning|specifying|providing|giving|elaborating;give no details|detail;as_though;as_if;in_exchange_for;instead_of;in_case;how to|much|many;over_whether'.split(
      ';',
    ),
  'accept+': (
    'accept|acceptance|agree|approve|approval|back|support|welcome|endorse|endorsement|embrace|willing|willingness|favour|favor|consent|acceptable|tolerate|allow|permit|adopt|readiness|ready|prepared|okay|ok|amenable;' +
    'open_to;openness_to;ready for|to;prepared to|for;sign_off_on;sign up to|for;go_along_with;in favour|favor of;fine_with;no_problem_with;no objection|objections to;green_light;give nod|blessing;on_board_with;say_yes_to;said_yes_to'
  ).split(';'),
  'accept-': (
    'reject|rejection|refuse|refusal|oppose|opposition|opposed|unacceptable|inadmissible|intolerable|veto|dismiss|dismissal|resist|object|objection|spurn|rebuff|decline|against|exclude|deny|denial|unwilling|scoff|nix;' +
    'rule_out;ruling_out;red_line;out_of_question;non_starter;nonstarter;off_table;turn_down;shoot_down;push back against|on;no_go;pour_cold_water_on;baulk|balk at;slam_door;closed_door;say_no_to;said_no_to;unacceptability'
  ).split(';'),
  'accept~': 'consider|weigh|mull|study|examine|ponder;think_about;look at|into;cool_on;lukewarm'.split(';'),
  'want+':
    'want|wish|desire|seek|pursue|crave|ready|willing|prepared|committed|commitment|serious|sincere|eager|keen|aim|strive|determined|interested|interest;intent_on;in favour|favor of;aspire_to;long_for;open_to'.split(
      ';',
    ),
  'want-':
    'reject|refuse|avoid|obstruct|sabotage|undermine|spurn|stall|thwart|torpedo|unwilling|uninterested|reluctant|reluctance|unserious;drag_feet;have no interest|desire|intention|wish;no interest|desire|intention|wish in|to|of;play_for_time;playing_for_time;buy_time;buying_time'.split(
      ';',
    ),
  'will+':
    'will|shall|would|ready|agree|plan|intend|going to;pledge|promise|vow|commit|guarantee|undertake|decide|prepare'.split(
      ';',
    ),
  'real+': 'true|right|correct|real|fact|indeed'.split(';'),
  'real-':
    'untrue|wrong|incorrect|nonsense|fake|lie|fiction|fabrication|invention|myth|propaganda|disinformation|absurd|baseless|unfounded'.split(
      ';',
    ),
  soon: 'soon|shortly|imminent|imminently|immediately|tomorrow|tonight|today|quickly|rapidly|fast|speedily|instantly;this week|month|weekend;next week|month|few;coming days|weeks|week;within|in ~3 days|day|weeks|week|hours|months;near|immediate future;days_away;weeks_away;on monday|tuesday|wednesday|thursday|friday|saturday|sunday'.split(
    ';',
  ),
  say: 'say|tell|claim|insist|warn|argue|stress|repeat|reiterate|maintain|assert|declare|state|announce|add|note|suggest|believe|think'.split(
    ';',
  ),
  /** What takes back what stands before it: "… are unacceptable", "… is off the table". */
  undone: (
    'unacceptable|impossible|inadmissible|unlikely|unrealistic|unthinkable|nonsense|untrue|unnecessary;out_of_question;off_table;be|get|been ~1 rule out|reject|refuse|deny|dismiss|scrap|rebuff;non_starter;' +
    'not ~2 agenda|table|possible|discuss|discussion|option|happen|happening|true|cards|acceptable|realistic|foreseen|planned|envisage|consider|need;' +
    'will|would not happen|work|be;no_longer_on_table;fall_through;fell_apart;go_nowhere;went_nowhere;' +
    'be|remain|call|brand|describe|been ~3 dead|=off|false|fake|absurd|lie|lies|fantasy|fiction|invention|fabrication|fable|myth|madness|senseless|pointless|meaningless|worthless|premature|made_up|propaganda|illusion|delusion|pipe_dream|irresponsible|exaggeration|irrelevant|wishful;' +
    'be =off;be|been|get ~1 =put_off|=postponed|=cancelled|=canceled|=shelved|=dropped|=scrapped|=abandoned|=turned_down|=called_off|=stopped;evaporate|collapse|unravel;run|ran aground;ring|rang hollow;no basis|substitute|use;nothing but'
  ).split(';'),
  /** Clause boundaries that a gap or a negation does not cross. */
  barrier: ['but|while|whereas|although|though|however|;|—'],
};
