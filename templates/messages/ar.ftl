# رسائل هدنة بالعربية: التسميات وعناوين الجداول وجمل الموجز.
# كل معرّف هنا موجود في en.ftl، ويقارن اختبار بين الملفين.
# تختار PLURAL واحدة من صيغ العدد الست: zero one two few many other.

## الأفعال
act-clash = اشتباك
act-small-arms-fire = إطلاق نار بأسلحة خفيفة
act-sniper-fire = قنص
act-shelling = قصف
act-guided-missile = صاروخ موجَّه
act-air-strike = غارة جوية
act-barrel-bomb = برميل متفجر
act-drone-strike = ضربة بطائرة مسيَّرة
act-explosive-device = عبوة ناسفة
act-suicide-bombing = تفجير انتحاري
act-chemical-attack = هجوم كيميائي
act-grenade = قنبلة يدوية
act-seizure-of-ground = استيلاء على أراضٍ
act-unidentified-explosion = انفجار مجهول المصدر
act-attack-on-civilians = هجوم على مدنيين
act-sexual-violence = عنف جنسي
act-abduction = خطف
act-arrest = اعتقال
act-looting = نهب
act-forced-displacement = تهجير قسري
act-child-recruitment = تجنيد أطفال
act-troop-movement = تحرك قوات
act-fortification = إقامة تحصينات
act-mine-laying = زرع ألغام
act-aid-blocked = منع وصول المساعدات
act-siege = حصار
act-utilities-cut = قطع الماء أو الكهرباء
act-monitor-denied = منع مراقبين من الوصول
act-attack-on-monitor = هجوم على مراقبين
act-other-force = استخدام آخر للقوة
act-weapons-in-exclusion-zone = سلاح داخل منطقة السحب
act-reconnaissance = استطلاع أو تخريب
act-military-use-of-civilian-site = استخدام موقع مدني لأغراض عسكرية
act-failure-to-withdraw = عدم الانسحاب في الموعد
act-monitoring-interference = تعطيل وسائل المراقبة
act-incitement = تحريض

## عائلات الأفعال
family-ground = على الأرض
family-indirect = نيران غير مباشرة
family-air = من الجو
family-device = عبوات متفجرة
family-civilians = ضد مدنيين
family-access = عرقلة الوصول والحصار
family-posture = تحركات وتموضع
family-conduct = سلوك

## النتائج
outcome-killed = قتلى
outcome-injured = جرحى
outcome-missing = مفقودون
outcome-detained = محتجزون
outcome-abducted = مخطوفون
outcome-displaced = نازحون
count-killed = { PLURAL($n) ->
    [zero] لا قتلى
    [one] قتيل واحد
    [two] قتيلان
    [few] { $n } قتلى
    [many] { $n } قتيلًا
   *[other] { $n } قتيل
}
count-injured = { PLURAL($n) ->
    [zero] لا جرحى
    [one] جريح واحد
    [two] جريحان
    [few] { $n } جرحى
    [many] { $n } جريحًا
   *[other] { $n } جريح
}
count-missing = { PLURAL($n) ->
    [zero] لا مفقودين
    [one] مفقود واحد
    [two] مفقودان
    [few] { $n } مفقودين
    [many] { $n } مفقودًا
   *[other] { $n } مفقود
}
count-detained = { PLURAL($n) ->
    [zero] لا محتجزين
    [one] محتجز واحد
    [two] محتجزان
    [few] { $n } محتجزين
    [many] { $n } محتجزًا
   *[other] { $n } محتجز
}
count-abducted = { PLURAL($n) ->
    [zero] لا مخطوفين
    [one] مخطوف واحد
    [two] مخطوفان
    [few] { $n } مخطوفين
    [many] { $n } مخطوفًا
   *[other] { $n } مخطوف
}
count-displaced = { PLURAL($n) ->
    [zero] لا نازحين
    [one] نازح واحد
    [two] نازحان
    [few] { $n } نازحين
    [many] { $n } نازحًا
   *[other] { $n } نازح
}
count-up-to = { $count } على الأكثر
count-more-than = أكثر من { $count }
count-at-least = { $count } على الأقل
count-at-most = { $count } على الأكثر

## من أصيب
victims-civilian = مدنيون
victims-fighter = مقاتلون
victims-police = شرطة
victims-aid-worker = عاملون في الإغاثة
victims-journalist = صحفيون
victims-monitor = مراقبون
victims-leader = قياديون
victims-mixed = مقاتلون ومدنيون
victims-unspecified = لم تُذكر صفتهم

## صيغة الخبر
modality-actual = ورد بوصفه واقعًا
modality-alleged = مزعوم
modality-planned = مقرَّر
modality-called-for = مطلوب
modality-hypothetical = مشروط
modality-denied = منفي

## أشكال اللقاءات وأحوالها
form-meeting = اجتماع
form-visit = زيارة
form-call = اتصال هاتفي
form-talks = محادثات
form-conference = مؤتمر
form-session = جلسة
meeting-status-held = تمّ
meeting-status-ongoing = جارٍ
meeting-status-planned = مقرَّر
meeting-status-proposed = مقترح
meeting-status-cancelled = ملغى
meeting-is-cancelled = { $form ->
    [visit] ملغاة
    [talks] ملغاة
    [session] ملغاة
    [call] ملغى
   *[other] ملغى
}
meeting-is-proposed = { $form ->
    [visit] مقترحة
    [talks] مقترحة
    [session] مقترحة
    [call] مقترح
   *[other] مقترح
}
meeting-is-planned = { $form ->
    [visit] مقرَّرة
    [talks] مقرَّرة
    [session] مقرَّرة
    [call] مقرَّر
   *[other] مقرَّر
}
meeting-is-ongoing = { $form ->
    [visit] جارية
    [talks] جارية
    [session] جارية
    [call] جارٍ
   *[other] جارٍ
}
meeting-is-held = { $form ->
    [visit] جرت
    [talks] جرت
    [session] عُقدت
    [call] جرى
   *[other] عُقد
}

## ما يفعله المتكلم
speech-appeal = نداء
speech-accuse = اتهام
speech-deny = نفي
speech-condemn = إدانة
speech-warn = تحذير
speech-threaten = تهديد
speech-pledge = تعهد
speech-propose = اقتراح
speech-announce = إعلان
speech-support = تأييد
speech-reject = رفض
speech-express-concern = إعراب عن القلق
speech-confirm = تأكيد
speech-other = تصريح

## ما يجري للهدنة
event-declared = إعلانها
event-signed = توقيعها
event-extended = تمديدها
event-in-force = سريانها
event-violated = خرقها
event-at-risk = خطر انهيارها
event-collapsed = انهيارها
event-called-for = الدعوة إليها
event-proposed = اقتراحها
event-accepted = قبولها
event-rejected = رفضها
event-negotiated = التفاوض عليها
event-renewed = تجديدها

## المهام ومنزلتها
task-meet = عقد اجتماع
task-brief = تقديم إحاطة
task-deliver-aid = إيصال المساعدات
task-withdraw = الانسحاب
task-release = الإفراج عن محتجزين
task-investigate = التحقيق
task-cease-fire = وقف إطلاق النار
task-negotiate = التفاوض
task-deploy = الانتشار
task-sign = التوقيع
task-other = الوفاء بما ورد في النص المقتبس
standing-promised = وعد
standing-agreed = متفق عليه
standing-proposed = مقترح
standing-demanded = مطلوب
followup-status-overdue = فات موعده
followup-status-due = حان موعده
followup-status-undated = بلا موعد
followup-status-done = تمّ بحسب ما ورد
followup-status-done-late = تمّ متأخرًا بحسب ما ورد

## الحوادث
corroboration-uncorroborated = غير معزَّزة
corroboration-corroborated = معزَّزة
corroboration-verified = متحقَّق منها
corroboration-refuted = مدحوضة
corroboration-disputed = مختلف عليها
corroboration-unverifiable = يتعذر التحقق منها
verdict-breach = خرق
verdict-possible-breach = خرق محتمل
verdict-permitted-exception = استثناء مسموح به
verdict-claimed-exception-unverified = استثناء مدّعى به لم يثبت
verdict-out-of-scope-actor = خارج النطاق: الفاعل غير ملزَم بالاتفاق
verdict-out-of-scope-area = خارج النطاق: خارج المنطقة المتفق عليها
verdict-out-of-scope-provocation = خارج النطاق: استفزاز خارج المنطقة المتفق عليها
verdict-outside-window = خارج مدة الالتزام
verdict-not-regulated = لا ينظمه الاتفاق
verdict-undetermined = غير محسوم
fact-known = معروف
fact-claimed = من مصدر واحد
fact-contested = مختلف عليه
fact-unknown = غير معروف
fact-name-bearer = الفاعل
fact-name-act = الفعل
fact-name-target = الهدف
fact-name-area = المكان
fact-name-time = الوقت
score-part-act = الفعل
score-part-place = المكان
score-part-days = الأيام
score-part-actor = الفاعل
score-part-target = الهدف
score-part-number = الأرقام
score-part-text = الصياغة
score-part-decision = قرار من شخص
link-confirmed = عُدّتا واحدة
link-suggested = لعلهما واحدة

## المناطق
area-status-collapsed = منهارة
area-status-strained = متوترة
area-status-holding = صامدة
area-status-no-data = بيانات غير كافية
area-status-not-covered = غير مشمولة بالهدنة
area-letter-collapsed = ن
area-letter-strained = م
area-letter-holding = ص
area-letter-no-data = ؟
area-letter-not-covered = –
area-means-collapsed = العنف بحساب أيام الهدنة كلها يبلغ 0.8 من مستواه قبلها أو يزيد
area-means-strained = بين 0.5 و0.8، أو حادثة أوقعت عددًا كبيرًا من القتلى خلال سبعة أيام وأكدتها مراجعة بشرية
area-means-holding = دون 0.5: عنف أقل، لا هدوء
area-means-no-data = أحداث قليلة جدًا، أو لا أحد يبلّغ: الصمت لا يعني الهدوء
area-means-not-covered = لا تتقاتل فيها أطراف الاتفاق، أو استثناها الاتفاق
area-means-thin = المظلَّل بخطوط: البيانات قليلة، أي أقل من عشرة أحداث قبل الهدنة، أو أيام لم تُحصَ، أو لا بلاغ في سبعة أيام
rule-ratio = مستوى العنف
rule-own-declared = حوادثنا، بمستوى معلن
rule-own-absolute = حوادثنا، مستوى مطلق
rule-silent = مصدر صامت
rule-window-broken = خرق لتهدئة
rule-level = مستوى الهدنة كلها
rule-alarm = إنذار
rule-mass-casualties = عدد كبير من القتلى
rule-too-few = أحداث قليلة جدًا
rule-other-war = حرب أخرى
rule-excluded = استثناها الاتفاق
series-beside = إلى جانبها، ولا تُجمع معها – { $series }: { $source }
series-nothing = لم يُحصَ شيء حتى ذلك الوقت
series-events = الأحداث بين الأطراف في الأيام السبعة المنتهية في { $day }: { $last }، وفي السبعة السابقة لها: { $before }
series-level = الحالة بحسب مستواها: { $state }
series-alarm-up = الإنذار قائم ({ $n })
series-alarm-down = لا إنذار ({ $n })
series-silent = صامتة منذ { $day }: لا يُحتسب ما ترويه منذئذ
series-fused-up = إنذار واحد من { $series } دون جمع أعدادها (الارتباط قبل الهدنة حتى { $correlation }): قائم ({ $n })
series-fused-down = إنذار واحد من { $series } دون جمع أعدادها (الارتباط قبل الهدنة حتى { $correlation }): لا إنذار ({ $n })
patrols = الدوريات
patrols-quiet = لم ترَ شيئًا: { $n }، في { $days } من 7 أيام
patrols-saw = رأت شيئًا: { $n }
patrols-refused = مُنعت: { $n }
patrols-unreached = لم تصل: { $n }
reviewed-short = المراجَع
reviewed-share = الإفادات المراجَعة: { $confirmed } من { $n }
rule-not-apart = لا يُحكم على هذا المستوى وحده
rule-nobody-reports = لا أحد يبلّغ
rule-patrols-quiet = هادئة بحسب الدوريات
rule-no-counts = لا إحصاءات
rule-change = ما يغيّر الحال
rule-severity = قتلى قد يسقطون
rule-nowcast = بلاغات ما زالت تصل
rule-patrols-nil = لم ترَ الدوريات شيئًا
rule-patrols-saw = رأته دوريات
rule-patrols-refused = منع دوريات
rule-patrols-unreached = لم تصله دوريات
rule-window-before = قبل بدء تهدئة
rule-window-runs = تهدئة سارية

## السجلات
source-kind-party = طرف
source-kind-guarantor = ضامن
source-kind-monitor = مراقب
source-kind-un = الأمم المتحدة
source-kind-ngo = منظمة غير حكومية
source-kind-wire = وكالة أنباء
source-kind-state-media = وسيلة إعلام رسمية
source-kind-local-media = وسيلة إعلام محلية
source-kind-social = وسائل تواصل اجتماعي
source-kind-witness = شاهد
source-kind-sensor = جهاز رصد
source-kind-hotline = خط ساخن
party-kind-state = دولة
party-kind-force = قوات دولة
party-kind-armed-group = جماعة مسلحة
party-kind-political = هيئة سياسية
party-kind-body = هيئة دولية
party-kind-monitor = مراقب
party-kind-ngo = منظمة غير حكومية
party-kind-person = شخص
party-kind-media = وسيلة إعلام
level-site = موقع
level-line = خط
level-neighbourhood = حي
level-settlement = بلدة أو قرية
level-district = ناحية
level-governorate = محافظة
level-region = إقليم
level-country = بلد
role-bound = ملزَم
role-guarantor = ضامن
role-excluded = مستثنى
deontic-prohibit = محظور
deontic-require = واجب
deontic-permit = مسموح به
relation-base = النص الأساسي
relation-endorses = تأييد
relation-amends = تعديل
relation-procedure = إجراءات
protection-open = علني
protection-protected = محمي
kind-violence = عنف
kind-toll = حصيلة
kind-meeting = لقاء
kind-statement = تصريح
kind-truce = حدث يخص الهدنة
kind-commitment = وعد
note-unread-harm = ألفاظ تدل على أذى لم تُستخلص منها إفادة
note-unknown-place = مكان غير معروف
note-ambiguous-place = اسم مكان يحتمل أكثر من موضع
note-unresolved = تاريخ أو رقم لم يتضح
note-unread-language = لغة لا يقرؤها البرنامج
note-cut = نص قُطع عند الحد الأقصى
lang-ar = العربية
lang-en = الإنكليزية
lang-und = لغة غير معروفة

## عناوين الجداول
area = المنطقة
state = حال الهدنة
since = منذ
ratio = 7 أيام مقارنة بما قبل الهدنة
level-before = المستوى مقارنة بما قبل الهدنة
alarm-until = إنذار
last-7-days = آخر 7 أيام
before-7-days = السبعة قبلها
last-28-days = آخر 28 يومًا
deaths = القتلى
reports = البلاغات
incidents = الحوادث
areas = المناطق
follow-ups = المتابعات
tolls = الحصائل
sources = المصادر
parties = الأطراف
agreements = الاتفاقات
confirmed = المؤكدة
why = السبب
id = المعرّف
act = الفعل
place = المكان
day = اليوم
first-day = أول يوم
last-day = آخر يوم
killed = قتلى
injured = جرحى
low = الأدنى
best = الأرجح
high = الأعلى
method = طريقة الاختيار
origins = المصادر المستقلة
corroboration = التعزيز
verdict = الحكم
obligation = الالتزام
who = الجهة
to-whom = لمن
what = المضمون
due = الموعد
status = الوضع
standing = الصفة
words = العبارة المستعملة
first-told = أول ذكر
last-told = آخر ذكر
source = المصدر
source-kind = النوع
grade = الدرجة
received = وقت التسلّم
published = تاريخ النشر
report = البلاغ
claim = الإفادة
claims = الإفادات
notes = الملاحظات
evidence = الشاهد من النص
actor = الفاعل
target = الهدف
speaker = المتكلم
modality = الصيغة
confidence = الثقة
rule = القاعدة
name = الاسم
kind = النوع
role = الدور
level = المستوى
pcode = رمز المكان (P-code)
coverage = التغطية
reviewed = أكدتها مراجعة بشرية
entry = قيد السجل
sha256 = SHA-256
yes = نعم
no = لا
yes-no-yes = نعم
yes-no-no = لا
none = لا يوجد
unknown = غير معروف
nobody-says = لم يذكره أحد
no-end-told = لم تُذكر نهاية
as-of = حتى { $moment }
as-of-label = حتى
agreement = الاتفاق
ledger-head = رأس السجل
ledger-line = { PLURAL($size) ->
    [zero] لا قيود، الجذر { $root }
    [one] قيد واحد، الجذر { $root }
    [two] قيدان، الجذر { $root }
    [few] { $size } قيود، الجذر { $root }
    [many] { $size } قيدًا، الجذر { $root }
   *[other] { $size } قيد، الجذر { $root }
}
example-notice = مثال
shown-of-total = عُرض { $shown } من { $total }
nothing-here = لا شيء هنا حتى { $moment }
silence = لا بلاغ في آخر 7 أيام: الصمت لا يعني الهدوء
ratio-means = 1.00 هو المتوسط اليومي للأحداث بين الأطراف في الأيام الاثنين والأربعين قبل الهدنة

## عدد الوحدات
units-in = { PLURAL($n) ->
    [zero] لم ترد وحدات
    [one] وردت وحدة واحدة
    [two] وردت وحدتان
    [few] وردت { $n } وحدات
    [many] وردت { $n } وحدة
   *[other] وردت { $n } وحدة
}
units-stored = المحفوظ { $n }
units-duplicate = المكرر { $n }
units-rejected = المرفوض { $n }
units-line = { $units }: { $stored }، { $duplicate }، { $rejected }
receipt-stored = حُفظ
receipt-duplicate-of = مكرر، أصله { $id }
receipt-rejected = رُفض: { $why }
n-events = { PLURAL($n) ->
    [zero] لا أحداث
    [one] حدث واحد
    [two] حدثان
    [few] { $n } أحداث
    [many] { $n } حدثًا
   *[other] { $n } حدث
}
n-deaths = { PLURAL($n) ->
    [zero] لا قتلى
    [one] قتيل واحد
    [two] قتيلان
    [few] { $n } قتلى
    [many] { $n } قتيلًا
   *[other] { $n } قتيل
}
n-reports = { PLURAL($n) ->
    [zero] لا بلاغات
    [one] بلاغ واحد
    [two] بلاغان
    [few] { $n } بلاغات
    [many] { $n } بلاغًا
   *[other] { $n } بلاغ
}
n-incidents = { PLURAL($n) ->
    [zero] لا حوادث
    [one] حادثة واحدة
    [two] حادثتان
    [few] { $n } حوادث
    [many] { $n } حادثة
   *[other] { $n } حادثة
}
n-claims = { PLURAL($n) ->
    [zero] لا إفادات
    [one] إفادة واحدة
    [two] إفادتان
    [few] { $n } إفادات
    [many] { $n } إفادة
   *[other] { $n } إفادة
}
n-notes = { PLURAL($n) ->
    [zero] لا ملاحظات
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $n } ملاحظات
    [many] { $n } ملاحظة
   *[other] { $n } ملاحظة
}
n-origins = { PLURAL($n) ->
    [zero] لا مصادر مستقلة
    [one] مصدر مستقل واحد
    [two] مصدران مستقلان
    [few] { $n } مصادر مستقلة
    [many] { $n } مصدرًا مستقلًا
   *[other] { $n } مصدر مستقل
}
n-sources = { PLURAL($n) ->
    [zero] لا مصادر
    [one] مصدر واحد
    [two] مصدران
    [few] { $n } مصادر
    [many] { $n } مصدرًا
   *[other] { $n } مصدر
}
n-areas = { PLURAL($n) ->
    [zero] لا مناطق
    [one] منطقة واحدة
    [two] منطقتان
    [few] { $n } مناطق
    [many] { $n } منطقة
   *[other] { $n } منطقة
}
n-promises = { PLURAL($n) ->
    [zero] لا وعود
    [one] وعد واحد
    [two] وعدان
    [few] { $n } وعود
    [many] { $n } وعدًا
   *[other] { $n } وعد
}
n-days = { PLURAL($n) ->
    [zero] لا أيام
    [one] يوم واحد
    [two] يومان
    [few] { $n } أيام
    [many] { $n } يومًا
   *[other] { $n } يوم
}
n-entries = { PLURAL($n) ->
    [zero] لا قيود
    [one] قيد واحد
    [two] قيدان
    [few] { $n } قيود
    [many] { $n } قيدًا
   *[other] { $n } قيد
}

## التواريخ
month-1 = كانون الثاني/يناير
month-2 = شباط/فبراير
month-3 = آذار/مارس
month-4 = نيسان/أبريل
month-5 = أيار/مايو
month-6 = حزيران/يونيو
month-7 = تموز/يوليو
month-8 = آب/أغسطس
month-9 = أيلول/سبتمبر
month-10 = تشرين الأول/أكتوبر
month-11 = تشرين الثاني/نوفمبر
month-12 = كانون الأول/ديسمبر
date-day = { $day } { $month } { $year }
date-month = { $month } { $year }
date-range = { $start } إلى { $end }
date-unknown = لم يُذكر اليوم
date-on = في { $day }
date-day-month = { $day } { $month }
date-between = بين { $start } و{ $end }
date-or = { $start } أو { $end }
date-moment = { $day }، { $time } ({ $offset })
date-moment-here = { $day }، { $time }
date-from = من { $start }
date-until = حتى { $end }

## الوصل
list-more = { $a } و{ $b }
list-pair = { $a } و{ $b }
comma-join = { $a }، { $b }
clause-join = { $a }؛ { $b }
lead-join = { $a }: { $b }
sentence-join = { $a } { $b }
full-stop = { $a }.
quoted = «{ $a }»
in-brackets = { $a } ({ $b })

## أقسام الموجز
section-summary = خلاصة الوضع
section-areas = الوضع في كل منطقة
section-incidents = الحوادث
section-casualties = الضحايا
section-truce = الهدنة والدبلوماسية
section-promises = الوعود والمطالب ومتابعتها
section-limits = حدود هذا الموجز
section-check = كيف يُتحقق من هذا الموجز

## الوضع
s-states-lead = الهدنة في كل منطقة على حدة حتى { $moment }
s-undated-one = { $what }، والمعني { $who }
s-undated = وعود بلا موعد
s-due = { $what }، والمعني { $who }، { $due }
s-meeting = { $form }، { $names }
s-planned = المرتقب
s-total-since = { $count } منذ { $since } – { $source }، { $day }
s-total = { $count } – { $source }، { $day }
s-totals = حصائل تراكمية، { $place }
s-in-collapsed = منهارة في { $names }
s-in-strained = متوترة في { $names }
s-in-holding = صامدة، ولا يعني ذلك الهدوء، في { $names }
s-in-no-data = والبيانات غير كافية للحكم في { $names }
s-in-not-covered = وغير مشمولة بالهدنة: { $names }
s-open = مجموع الوعود والمطالب المفتوحة: { $n }
s-reviewed = أرقام الضحايا التي أكدتها مراجعة بشرية: { $confirmed } من { $n }؛ والباقي قراءة آلية
s-reviewed-all = أكدت مراجعة بشرية أرقام الضحايا كلها، وعددها { $n }

## المناطق
a-lead = { $area }، الهدنة { $status }
a-counted = { $area } { $n }
a-other-war = أطراف الاتفاق لا تتقاتل هنا: لا حدث بينها في آخر 7 أيام
a-two-counts = { $area } { $a } و{ $b }
a-too-few = الصمت لا يعني الهدوء؛ الأحداث بين الأطراف في الأيام الـ42 السابقة للهدنة وفي آخر 7 أيام: { $counts }
a-unreported = لم يرد بلاغ يذكر مكانًا فيها
a-reviewed = المراجَع من الإفادات التي تقوم عليها: { $confirmed } من { $n }
a-quiet = لم يرد بلاغ يذكر مكانًا فيها: هذا صمت لا هدوء
a-ratio = نسبة الأحداث بين الأطراف إلى مستواها قبل الهدنة: { $ratio }
a-events = { PLURAL($last) ->
    [zero] لا أحداث في آخر 7 أيام
    [one] حدث واحد في آخر 7 أيام
    [two] حدثان في آخر 7 أيام
    [few] { $last } أحداث في آخر 7 أيام
    [many] { $last } حدثًا في آخر 7 أيام
   *[other] { $last } حدث في آخر 7 أيام
}، مقابل { $before } في الأيام السبعة السابقة
a-outlook = والمتوقع في الأيام السبعة المقبلة، باحتمال 90%، ما بين { $low } و{ $high } من الأحداث بين الأطراف؛ والوسيط { $median }: احتمال الزيادة عليه كاحتمال النقصان عنه
a-outlook-none = والأرجح ألا يقع في الأيام السبعة المقبلة أي حدث بين الأطراف، ولا يزيد عددها على { $high } باحتمال 90%
a-other = { PLURAL($n) ->
    [zero] ولا أحداث في حرب أخرى
    [one] وحدث واحد في حرب أخرى
    [two] وحدثان في حرب أخرى
    [few] و{ $n } أحداث في حرب أخرى
    [many] و{ $n } حدثًا في حرب أخرى
   *[other] و{ $n } حدث في حرب أخرى
}
a-group-deaths = { PLURAL($n) ->
    [zero] لا قتلى في آخر 7 أيام
    [one] قتيل واحد في آخر 7 أيام
    [two] قتيلان في آخر 7 أيام
    [few] { $n } قتلى في آخر 7 أيام
    [many] { $n } قتيلًا في آخر 7 أيام
   *[other] { $n } قتيل في آخر 7 أيام
}
a-group-deaths-each = القتلى في آخر 7 أيام: { $counts }
a-deaths = { PLURAL($n) ->
    [zero] لا قتلى في هذه الأحداث
    [one] قتيل واحد في هذه الأحداث كلها
    [two] قتيلان في هذه الأحداث كلها
    [few] { $n } قتلى في هذه الأحداث كلها
    [many] { $n } قتيلًا في هذه الأحداث كلها
   *[other] { $n } قتيل في هذه الأحداث كلها
}
a-reports = { PLURAL($n) ->
    [zero] لم يرد في هذه الأيام السبعة بلاغ يذكر مكانًا فيها: هذا صمت لا هدوء
    [one] بلاغ واحد يذكر مكانًا فيها
    [two] بلاغان يذكران مكانًا فيها
    [few] { $n } بلاغات تذكر مكانًا فيها
    [many] { $n } بلاغًا يذكر مكانًا فيها
   *[other] { $n } بلاغ يذكر مكانًا فيها
}
a-incidents = { PLURAL($n) ->
    [zero] لم تُستخلص من البلاغات أي حادثة
    [one] حادثة واحدة مستخلصة من البلاغات، والمؤكد منها بمراجعة بشرية: { $confirmed }
    [two] حادثتان مستخلصتان من البلاغات، والمؤكد منها بمراجعة بشرية: { $confirmed }
    [few] { $n } حوادث مستخلصة من البلاغات، والمؤكد منها بمراجعة بشرية: { $confirmed }
    [many] { $n } حادثة مستخلصة من البلاغات، والمؤكد منها بمراجعة بشرية: { $confirmed }
   *[other] { $n } حادثة مستخلصة من البلاغات، والمؤكد منها بمراجعة بشرية: { $confirmed }
}
a-group = { $names }، { $status }

## الحوادث
i-lead = { $days }، { $place }: { $acts }
i-act-unknown = لم يُذكر الفعل
i-terms = البنود المشار إليها
i-actor-unknown = لم يُذكر الفاعل
i-place-unknown = مكان لم يُذكر
i-actor = الفاعل بحسب ما ورد: { $names }
i-target = الهدف بحسب ما ورد: { $names }
i-toll = { $count } ({ $victims })
i-toll-bare-span = { $count } (الأرقام الواردة بين { $low } و{ $high })
i-toll-span = { $count } ({ $victims }؛ الأرقام الواردة بين { $low } و{ $high })
i-toll-none = لم تُذكر خسائر بشرية
i-origins = { PLURAL($n) ->
    [zero] بلا مصدر مستقل، والحادثة { $corroboration }
    [one] مصدر مستقل واحد فقط، والحادثة { $corroboration }
    [two] مصدران مستقلان، والحادثة { $corroboration }
    [few] { $n } مصادر مستقلة، والحادثة { $corroboration }
    [many] { $n } مصدرًا مستقلًا، والحادثة { $corroboration }
   *[other] { $n } مصدر مستقل، والحادثة { $corroboration }
}
i-denied = { PLURAL($n) ->
    [zero] لم ينفها أحد
    [one] نُفيت في إفادة واحدة
    [two] نُفيت في إفادتين
    [few] نُفيت في { $n } إفادات
    [many] نُفيت في { $n } إفادة
   *[other] نُفيت في { $n } إفادة
}
i-verdict = { $verdict } بموجب { $term }
i-verdict-other = بموجب { $term }: { $verdict }
i-term = البند { $n }
i-term-text = البند { $n }: «{ $text }»
i-missing = ما يبقى حسمه: { $facts }
i-confirmed = أكدتها مراجعة بشرية
i-unconfirmed = لم تؤكدها مراجعة بشرية
i-rest = { PLURAL($n) ->
    [zero] لا حوادث أخرى
    [one] حادثة أخرى لم تُذكر هنا، ويُشار إليها بجانب هذه الجملة
    [two] حادثتان أخريان لم تُذكرا هنا، ويُشار إليهما بجانب هذه الجملة
    [few] { $n } حوادث أخرى لم تُذكر هنا، ويُشار إليها بجانب هذه الجملة
    [many] { $n } حادثة أخرى لم تُذكر هنا، ويُشار إليها بجانب هذه الجملة
   *[other] { $n } حادثة أخرى لم تُذكر هنا، ويُشار إليها بجانب هذه الجملة
}

## الضحايا
c-never-added = الحصائل التراكمية تغطي مدة من الزمن ولا تُضاف أبدًا إلى حصائل الحوادث؛ ويتقدم في كل مكان المصدر الأعلى درجة ثم الأحدث
c-one-since = { $count } منذ { $since } – { $source }، الدرجة { $grade }، { $day }
c-one = { $count } – { $source }، الدرجة { $grade }، { $day }
c-place = حصائل تراكمية، { $place }

## الهدنة والدبلوماسية
t-binds = اتفاق «{ $agreement }»، الساري منذ { $moment }، يُلزم: { $names }
t-guarantors = الضامنون: { $names }
t-fights-too = { $name } (طرف في القتال أيضًا)
t-excludes = المستثنون: { $names }
t-window = التهدئة المحلية في { $places }، بحسب كل من أعلنها
t-window-one = { $announcer }: { $span }
t-parties = المذكورون: { $names }
t-one-day = في { $day }
t-last = وآخره في { $day }
t-speech-to = { $speech } (والمعني { $names })
t-speech = { $speaker }: { $acts }، { $when }
t-event-place = { $event } في { $place }
t-event = { $event }
t-events = مما ورد عن الهدنة
t-count = { PLURAL($n) ->
    [zero] لم تُحصَ خروقات
    [one] أُحصي خرق واحد
    [two] أُحصي خرقان
    [few] أُحصيت { $n } خروقات
    [many] أُحصي { $n } خرقًا
   *[other] أُحصي { $n } خرق
}
t-meeting = { $form }، { $names }: { $status }
t-attributed = بحسب { $name }
t-rest = وترد إفادات أخرى عن الاجتماعات والتصريحات والهدنة في البلاغات المشار إليها بجانب هذه الجملة

## الوعود
p-lead = { $status }: { $what }، والمعني به: { $who } ({ $standing })
p-who-unknown = جهة لم يُذكر اسمها
p-to = تجاه: { $to }
p-due = الموعد: { $due }
p-no-date = لم يُحدد موعد
p-words = العبارة المستعملة: { $words }
p-no-words = لا عبارة تدل على الوقت
p-gloss = شرح آلي: { $gloss }
p-told-once = ورد في { $day }
p-told = ورد أول مرة في { $first } وآخر مرة في { $last }
p-late = بعد الموعد المحدد
p-fulfilled = { PLURAL($n) ->
    [zero] لم يرد أنه نُفّذ
    [one] ورد تنفيذه في إفادة واحدة
    [two] ورد تنفيذه في إفادتين
    [few] ورد تنفيذه في { $n } إفادات
    [many] ورد تنفيذه في { $n } إفادة
   *[other] ورد تنفيذه في { $n } إفادة
}
p-rest = { PLURAL($n) ->
    [zero] لا وعود أخرى
    [one] وعد أو مطلب آخر لا تبيّنه إلا العبارات المشار إليها بجانب هذه الجملة
    [two] وعدان أو مطلبان آخران لا تبيّنهما إلا العبارات المشار إليها بجانب هذه الجملة
    [few] { $n } وعود أو مطالب أخرى لا تبيّنها إلا العبارات المشار إليها بجانب هذه الجملة
    [many] { $n } وعدًا أو مطلبًا آخر لا تبيّنها إلا العبارات المشار إليها بجانب هذه الجملة
   *[other] { $n } وعد أو مطلب آخر لا تبيّنها إلا العبارات المشار إليها بجانب هذه الجملة
}

## الحدود
l-silent = { $names }: لم يرد في آخر 7 أيام بلاغ يذكر مكانًا فيها؛ هذا صمت لا هدوء
l-counted = { $area }: الأيام المحصاة من آخر 7 أيام: { $n }؛ وآخر يوم محصى { $day }
l-unread = { PLURAL($n) ->
    [zero] لا جمل فيها ألفاظ تدل على أذى بقيت بلا إفادة
    [one] جملة واحدة فيها ألفاظ تدل على أذى لم تُستخلص منها إفادة، وهي تنتظر قارئًا
    [two] جملتان فيهما ألفاظ تدل على أذى لم تُستخلص منهما إفادة، وهما تنتظران قارئًا
    [few] { $n } جمل فيها ألفاظ تدل على أذى لم تُستخلص منها إفادة، وهي تنتظر قارئًا
    [many] { $n } جملة فيها ألفاظ تدل على أذى لم تُستخلص منها إفادة، وهي تنتظر قارئًا
   *[other] { $n } جملة فيها ألفاظ تدل على أذى لم تُستخلص منها إفادة، وهي تنتظر قارئًا
}
l-judged = ما يستند من الحوادث إلى مصدر مستقل واحد: { $single } من { $n }؛ وما تعذر الحكم فيه بعد: { $open }
l-counts-note = ملاحظات على الإحصاءات
l-undefined = مسائل تركها الاتفاق مفتوحة
l-counts-source = الإحصاءات: { $source }
l-no-incident = لم تُستخلص من البلاغات الواردة حتى { $moment } أي حادثة؛ ولا يدل ذلك على هدوء
l-no-promise = لم يُستخلص من البلاغات الواردة حتى { $moment } أي وعد

## كيف يُتحقق
k-head = كُتب هذا الموجز من سجل عدد قيوده { $size } وجذره { $root }
k-key = والمفتاح الذي يوقّعه: { $key }
k-how = للتحقق منه
k-why = يبيّن الأمر «{ $command }»، مع معرّف أي جملة أو مرجع، ما يستند إليه وصولًا إلى نص البلاغ وبصمته
k-verify = يفحص الأمر «{ $command }» كل قيد وكل نقطة تحقق وكل برهان، من دون حاجة إلى الثقة بمن كتب هذا الموجز
k-sha = بصمة SHA-256 لأي بلاغ مذكور هي ما يعطيه الأمر «{ $command }» لمحتواه كما ورد

## المراجع
cite-claim = إفادة
cite-report = بلاغ
cite-incident = حادثة
cite-area = منطقة
cite-toll = حصيلة
cite-follow-up = متابعة
cite-counts = إحصاءات
cite-agreement = اتفاق
cite-ledger = سجل
cite-window = تهدئة بحسب إعلان { $name }
cite-undefined = مسألة مفتوحة

## الصفحة
brief-title = موجز الهدنة
page-map = المناطق في { $n }
page-areas = المناطق بالأرقام
page-board = لوحة المتابعة
page-sources = المصادر
page-words = نصوص الإفادات
page-objects = ما استُخلص منها
page-bar = الشريط: مستوى العنف بحسب أيام الهدنة كلها مقارنة بما قبلها، وعلامتان عند 0.5 و0.8
page-courses = تُستخلص حالة كل يوم من الإحصاءات وحدها، ومن الأيام حتى ذلك اليوم؛ أما اليوم الأخير فحالته هي الحالة الراهنة، وتدخل فيها الحوادث والدوريات. ويعني الإنذار أن مستوى العنف ارتفع، ولا يُتوقع في المتوسط أكثر من إنذار كاذب واحد للمنطقة الواحدة في عدد الأيام المذكور معه. والتوقع هو ما قد تأتي به الأيام المقبلة إذا سارت على نهج سابقاتها
page-spark = الأعمدة: عدد الأحداث في كل يوم خلال 28 يومًا؛ والخط متوسط ما قبل الهدنة
page-deaths = القتلى: في الأحداث كلها خلال آخر 7 أيام
page-peak = الذروة { $n }
page-share-label = الإفادات التي تستند إليها وأكدتها مراجعة بشرية: { $confirmed } من { $n }
page-share = الإفادات التي تستند إليها الجملة، وعدد ما أكدته منها مراجعة بشرية
page-share-none = لا يستند إلى إفادة
page-gloss = الشرح الآلي يبيّن معنى عبارة زمنية أو اسم من جدول ثابت، وليس ترجمة للجملة
page-machine = قراءة آلية
page-person = أكدتها مراجعة بشرية
page-per-area = الحال لكل منطقة على حدة، ولا حال واحدة للبلد كله.

## النوافذ
window-span = من { $start } حتى { $end }
window-open = من { $start }، ولم تُذكر لها نهاية

## سطر الأوامر
cli-reading = قراءة
cli-verifying = تحقق
cli-generating = توليد قيود
cli-counts-new = { PLURAL($n) ->
    [zero] الإحصاءات: لا صفوف
    [one] الإحصاءات: حُفظ صف واحد
    [two] الإحصاءات: حُفظ صفان
    [few] الإحصاءات: حُفظت { $n } صفوف
    [many] الإحصاءات: حُفظ { $n } صفًا
   *[other] الإحصاءات: حُفظ { $n } صف
}
cli-counts-old = { PLURAL($n) ->
    [zero] الإحصاءات: لا صفوف
    [one] الإحصاءات: صف واحد موجود من قبل
    [two] الإحصاءات: صفان موجودان من قبل
    [few] الإحصاءات: { $n } صفوف موجودة من قبل
    [many] الإحصاءات: { $n } صفًا موجودًا من قبل
   *[other] الإحصاءات: { $n } صف موجود من قبل
}
cli-made = أُنشئ: { $path }
cli-new-next = اقرؤوا { $folder }/README.md ثم نفّذوا: hudna follow { $folder } --store { $folder }/store
cli-claims-by = الإفادات: { $rule } قرأتها القواعد وحدها، و{ $both } رآها النموذج المدرَّب أيضًا، و{ $model } قرأها النموذج المدرَّب وحده
cli-decisions = القرارات: الجديدة { $new }، والموجودة من قبل { $old }، والمرفوضة { $refused }
cli-ledger = السجل: عدد القيود { $size }، والجذر { $root }…
cli-brief-written = كُتب الموجز: { $path }
cli-running = حصيلة تراكمية
cli-verified = فُحصت القيود ({ $entries }) والرؤوس الموقّعة ({ $heads })، والجذر { $root }…
cli-verified-derived = أُعيد اشتقاق الصفوف وقورنت، وعددها { $n }
cli-stale = اشتُقت الجداول بقواعد أخرى: شغّل «hudna rebuild»
cli-sound = السجل سليم كما وُقّع
cli-faults = { PLURAL($n) ->
    [zero] لا خلل
    [one] وُجد خلل واحد
    [two] وُجد خللان
    [few] وُجدت { $n } مواضع خلل
    [many] وُجد { $n } موضع خلل
   *[other] وُجد { $n } موضع خلل
}
cli-rebuilt = أُعيد الاشتقاق: الحوادث { $incidents }، المناطق { $areas }، الوعود { $promises }
cli-generated = عدد القيود المصطنعة التي كُتبت: { $n }
cli-data-sound = البيانات سليمة: الكلمات { $words }، القواعد { $rules }، الأماكن { $places }، الأطراف { $parties }، الاتفاقات { $agreements }، الحالات المحلولة { $cases }
cli-model-sound = النموذج المدرَّب: { $digest }، حجمه { $size } بايت
cli-model-none = لا نموذج مدرَّبًا: القواعد تقرأ وحدها
cli-import-counts = قُرئ { $read }: حُفظ { $kept }، وموجود من قبل { $duplicate }، ورُفض { $rejected }
cli-import-cued = { PLURAL($n) ->
    [zero] لا أسماء تحتاج إلى كلمة مثل «بلدة» قبلها
    [one] اسم واحد لا يُعتد به إلا بعد كلمة مثل «بلدة»
    [two] اسمان لا يُعتد بهما إلا بعد كلمة مثل «بلدة»
    [few] { $n } أسماء لا يُعتد بها إلا بعد كلمة مثل «بلدة»
    [many] { $n } اسمًا لا يُعتد بها إلا بعد كلمة مثل «بلدة»
   *[other] { $n } اسم لا يُعتد بها إلا بعد كلمة مثل «بلدة»
}
cli-import-written = كُتبت الأماكن: { $path }
cli-import-remedy = أصلح السطر أو احذفه
cli-import-more = { PLURAL($n) ->
    [zero] لم يُرفض غيرها
    [one] ورُفض سطر آخر
    [two] ورُفض سطران آخران
    [few] ورُفضت { $n } أسطر أخرى
    [many] ورُفض { $n } سطرًا آخر
   *[other] ورُفض { $n } سطر آخر
}
cli-read-counts = قُرئ { $read }، ورُفض { $rejected }
cli-counts-sum = من { $from } إلى { $to }: الأحداث بين الأطراف { $between }، وغيرها { $other }، والقتلى { $deaths }
cli-counts-file = { $file }، الأسطر { $lines }؛ ‏SHA-256 ‏{ $sha }؛ القيد #{ $entry }
cli-background = يُروى خلفيةً
cli-side = من
cli-why = السبب:
cli-quoted = بين علامتي اقتباس
cli-together = يُروى مع { $numbers }
cli-candidates = { PLURAL($n) ->
    [zero] لا مكان بهذا الاسم
    [one] مكان واحد بهذا الاسم
    [two] أحد مكانين بهذا الاسم
    [few] أحد { $n } أماكن بهذا الاسم
    [many] أحد { $n } مكانًا بهذا الاسم
   *[other] أحد { $n } مكان بهذا الاسم
}
cli-count = العدد { $n }
cli-means = الوسيلة
cli-vague = رقم غير محدد
cli-part-of = جزء من { $number }

## ما رآه النموذج المدرَّب
in-ten = { $n ->
    [0] أقل من 1 من 10
    [10] أكثر من 9 من 10
   *[other] نحو { $n } من 10
}
seen-only = لم يقرأها إلا النموذج المدرَّب
seen-alone = لم يقرأ هذه الإفادة إلا النموذج المدرَّب؛ واحتمال أن تدل العبارة على إفادة كهذه: { $sure }
seen-too = ويراها النموذج المدرَّب أيضًا؛ واحتمال أن تدل العبارة على إفادة كهذه: { $sure }
seen-little = ولا يرى النموذج المدرَّب منها إلا القليل؛ واحتمال أن تدل العبارة على إفادة كهذه: { $sure }
seen-value = واحتمال { $what }: { $sure }
seen-words = أثقل الكلمات وزنًا: { $words }
seen-no-rule = لم تقرأها أي قاعدة؛ أما ما فيها من أسماء وأرقام وتواريخ وأماكن فقد وجده المعجم ودليل الأماكن
seen-model = النموذج المدرَّب { $digest }…

## إعادة قراءة البلاغات المحفوظة
reread-counts = { PLURAL($n) ->
    [zero] لم يُقرأ أي بلاغ من جديد
    [one] أُعيدت قراءة بلاغ واحد: ما تغيّر { $changed }، وما بقي على حاله { $same }
    [two] أُعيدت قراءة بلاغين: ما تغيّر { $changed }، وما بقي على حاله { $same }
    [few] أُعيدت قراءة { $n } بلاغات: ما تغيّر { $changed }، وما بقي على حاله { $same }
    [many] أُعيدت قراءة { $n } بلاغًا: ما تغيّر { $changed }، وما بقي على حاله { $same }
   *[other] أُعيدت قراءة { $n } بلاغ: ما تغيّر { $changed }، وما بقي على حاله { $same }
}
reread-claims = الإفادات: المضافة { $added }، والمحذوفة { $removed }، والمتغيّرة { $changed }، والباقية على حالها { $same }
reread-report = { $report }: المضافة { $added }، والمحذوفة { $removed }، والمتغيّرة { $changed }
reread-followed = { PLURAL($n) ->
    [zero] لم يحتج أي قرار إلى أن يتبع إفادته
    [one] قرار واحد تبع إفادته إلى القراءة الجديدة
    [two] قراران تبعا إفادتيهما إلى القراءة الجديدة
    [few] { $n } قرارات تبعت إفاداتها إلى القراءة الجديدة
    [many] { $n } قرارًا تبعت إفاداتها إلى القراءة الجديدة
   *[other] { $n } قرار تبعت إفاداتها إلى القراءة الجديدة
}
reread-unresolved = القرار #{ $entry } على { $claim }: لم تعد الإفادة تُقرأ؛ قرّر من جديد
reread-lost = { PLURAL($n) ->
    [zero] لم يفقد أي قرار إفادته
    [one] قرار واحد فقد إفادته
    [two] قراران فقدا إفادتيهما
    [few] { $n } قرارات فقدت إفاداتها
    [many] { $n } قرارًا فقدت إفاداتها
   *[other] { $n } قرار فقدت إفاداتها
}
reread-dry = تجربة: لم يُكتب شيء

# Agreements
compliance-met = تم الوفاء به
compliance-met-late = تم الوفاء به متأخرًا
compliance-not-met = لم يتم الوفاء به
compliance-open = غير محسوم
compliance-not-due = لم يحن موعده
compliance-nobody-reports = لا أحد يبلّغ
role-non-signatory = لم يوقّع
relation-incorporated = مُدرَج بالإحالة
consensus-co-chairs = الرئيسان المشاركان معًا، أو يُذكر الخلاف
consensus-all = جميع الأعضاء
consensus-majority = الأغلبية
consensus-chair = الرئيس
consensus-open = غير محدد
attribution-allowed = يجوز أن تسمّي النتائج الفاعل
attribution-facts-only = تذكر النتائج الوقائع ولا تسمّي الفاعل
attribution-open = غير محدد هل تسمّي النتائج الفاعل
agr-none-followed = لا سجلّ هنا يتابع هذا الاتفاق، ولذلك لا يُذكر مدى الوفاء به.
agr-in-force = بدء السريان: { $moment }
agr-ended = انتهى: { $moment }
agr-signed = التوقيع: { $moment }
agr-announced = الإعلان: { $moment }
agr-accept-by = كان القبول متاحًا حتى: { $moment }
agr-expires = ينتهي من تلقاء نفسه: { $moment }
agr-renewed = مُدِّد حتى: { $moment }
agr-instruments = الصكوك
agr-parties = الأطراف
agr-left-out = المستثنون
agr-terms = الالتزامات
agr-exceptions = الاستثناءات
agr-windows = التهدئات المحلية بحسب كل من أعلنها
agr-areas = المناطق والخطوط والمسافات
agr-procedure = الإجراءات
agr-undefined = ما لم يُحدَّد
agr-compliance = مدى الوفاء بالالتزامات الأخرى
agr-belligerent = { $role }، ويقاتل أيضًا
agr-with = مع { $name }
agr-acceded-to = بإعلان القبول لدى { $name }
agr-ally-of = بوصفه حليفًا: { $name }
agr-burden = عبء الإثبات: { $text }
agr-tests = الشروط: { $text }
agr-within = ضمن: { $name }
agr-measured-by = خط القياس لهذا الجانب ({ $names })
agr-band = كل جانب { $each } كم من خطه، وعرض المنطقة { $zone } كم
agr-complainants = من له أن يشتكي: { $text }
agr-channels = القنوات: { $text }
agr-steps = الخطوات: { $text }
agr-step-hours = { $step } ({ $hours } ساعة)
agr-consensus = من تلزم موافقته: { $text }
agr-escalation = من يُرفع إليه الأمر: { $to }؛ { $when }
agr-gravest = أشد عاقبة: { $text }
agr-counting = ما يُحصى: { $unit }؛ { $attribution }
agr-reporting = من تُرفع إليه التقارير: { $to }؛ { $often }
agr-withheld = ما يُحجب: { $text }
agr-by-clock = { $status }، بمرور الوقت
h-term = الالتزام
h-source = المصدر
h-role = الصفة
h-since = منذ
h-relation = الصلة
h-announcer = المعلِن
h-start = من
h-end = إلى
h-places = الأماكن
h-kept = الوفاء
h-in-force = السريان
h-terms = الالتزامات
h-windows = التهدئات
h-undefined = ما لم يُحدَّد
h-deontic = النوع
h-evidence = الحوادث
h-reviewed = إفادات مؤكدة
party = الطرف
flag-belligerent-guarantor = الفاعل ضامن يقاتل أيضًا
flag-non-signatory = أحد الجانبين لم يقبل الاتفاق
flag-bound-ally = الفاعل ملزَم بوصفه حليفًا
flag-readings-differ = من أعلنوا التهدئة مختلفون
judgement-marks = علامة: { $marks }
judgement-settles = ما يحسمه: { $what }
agr-term-since = { $text } (يسري منذ { $moment })
agr-term-measure = { $text } المقدار: { $measure }
## ما يُدخله الناس
act-entered = ‏#{ $entry } { $what }: ‏{ $about } – { $by }، { $moment }؛ ويُلغى بالأمر «hudna decide undo { $entry }»
act-entered-lasting = ‏#{ $entry } { $what }: ‏{ $about } – { $by }، { $moment }؛ ويغيّره قيد أحدث
act-decision = قرار بشأن إفادة
act-pair = صلة بين حادثتين
act-finding = تقدير بشأن حادثة
act-plea = استثناء يُحتج به
act-case = خطوة في قضية
act-promise = تعديل في لوحة المتابعة
act-grade = درجة مصدر
act-place = اسم مكان
act-party = اسم طرف
act-noname = كلمات ليست اسمًا
noname-place = ليس مكانًا
noname-outside = يقع خارج المناطق المتابَعة
noname-party = ليس طرفًا
act-question = سؤال
act-answer = جواب
act-patrols = دوريات
act-undo = إلغاء
act-when = متى
act-on = بشأن
act-undone = أُلغي بالقيد
decision-confirm = مؤكدة
decision-correct = مصحَّحة
decision-refuse = مرفوضة: البلاغ لا يقول ذلك
pairing-same = حادثة واحدة
pairing-different = حادثتان مختلفتان
pairing-unsure = لا يُعرف هل هما حادثة واحدة
pairing-part-of = جزء من الأخرى
pairing-follows = وقعت بعد الأخرى
pairing-retaliation = رد على الأخرى
pairing-same-operation = من عملية واحدة
found-refuted = ثبت عدم صحتها
found-unverifiable = لا يمكن التحقق منها
found-site-visit = عُوينت في الموقع
grade-since = { $grade } منذ { $moment }؛ وقبلها: { $former }
names-within = ضمن

## ما يحول دون الإدخال
told-refused = { $why }
told-no-name = لم يُذكر اسم؛ اذكر من يقوم بالفعل بالخيار ‎--by NAME
told-no-reason = لم يُذكر سبب؛ اذكر السبب بالخيار ‎--why TEXT
told-one-incident = ‏{ $a } و{ $b } حادثة واحدة أصلًا؛ لتقسيم حادثة اذكر إفادتين من إفاداتها
told-already = هذا قائم أصلًا بالقيد #{ $entry }
told-no-correction = لا يمكن أن يصير الحقل «{ $field }» إلى «{ $value }»: ‏{ $what }؛ وحقول هذه الإفادة: ‏{ $fields }
told-no-act = القيد #{ $entry } ليس مما أدخله شخص؛ والأمر «hudna decide list» يعرض ما يمكن إلغاؤه
told-no-entry = لا يوجد القيد #{ $entry }؛ وعدد قيود السجل { $size }
told-undone = سبق إلغاء القيد #{ $entry } بالقيد #{ $by }؛ ألغِ هذا الأخير ليعود الأول ساريًا
told-rests-on = لا يمكن إلغاء القيد #{ $entry } ما دام القيد #{ $by } مبنيًا عليه؛ ألغِ هذا الأخير أولًا
told-case-open = هناك قضية مفتوحة أصلًا بشأن { $incident }: ‏{ $case }
told-dropped = سبق رفع { $id } من اللوحة
told-same-due = هذا هو موعد { $id } أصلًا
told-range = المدة «{ $range }» تنتهي قبل أن تبدأ
told-no-day = «{ $day }» ليس يومًا؛ اكتبه هكذا: 2016-05-03
told-day-ahead = لم يحلّ يوم { $day } بعد؛ اذكر اليوم الذي أُنجز فيه
told-bad-id = لا يصلح «{ $id }» معرّفًا؛ استعمل حروفًا لاتينية صغيرة وأرقامًا وشرطات
told-id-taken = المعرّف «{ $id }» موجود أصلًا؛ أضف إليه اسمًا آخر بالأمر «alias»
told-bad-name = لا يصلح «{ $name }» اسمًا: فهو فارغ أو فيه جدولة أو فاصل أسطر

## القضايا
step-opened = فُتحت
step-notified = أُبلغ الطرف
step-replied = رد الطرف
step-tasked = كُلّف فريق ميداني
step-reported = ورد التقرير الميداني
step-drafted = أُعدت مسودة الاستنتاج
step-committee = اللجنة الفنية
step-board = المجلس
step-found = صدر الاستنتاج
step-seconded = أيده شخص ثانٍ
step-dissented = سُجّل اعتراض
step-answered = موقف الطرف من الاستنتاج
step-action = طُلب إجراء
step-remedied = المعالجة
step-published = النشر
step-reopened = أُعيد فتحها
step-expunged = شُطبت
reply-acknowledged = أقرّ
reply-denied = نفى
reply-justified = برّر
reply-none = لم يرد في المهلة
finding-violation = انتهاك
finding-no-violation = لا انتهاك
finding-both = انتهاك من الجانبين
finding-accident = حادث عرضي
finding-undetermined = غير محسوم
acceptance-accepted = قبِل
acceptance-reserved = قبِل بتحفظ
acceptance-rejected = رفض
acceptance-silent = سكت
publication-internal = داخلي
publication-parties = للأطراف والضامنين
publication-public = علني
remedy-yes = عولج
remedy-partly = عولج جزئيًا
remedy-no = لم يُعالج
case-stage = المرحلة
case-parties = الأطراف
case-finding = الاستنتاج
case-waits = بانتظار
case-clock = المنتظَر: { $step }، من { $who }، حتى { $moment }
case-clock-passed = المنتظَر: { $step }، من { $who }؛ انقضت مهلته في { $moment }
case-times = مدة الخطوات بالساعات
case-step = الخطوة
case-taken = عدد المرات
case-median = الوسيط
case-p90 = المئين 90
case-facts = وقائع مُقَرّ بها دون نسبتها إلى أحد: { $facts }
case-people = صادر عن: { $names }
case-keys = مفاتيح الرئاسة المشتركة: { $names }
case-dissent = اعتراض ({ $name }): { $words }
case-published = النشر: { $level }
incident = الحادثة

## لوحة المتابعة
followup-status-partly = أُنجز جزئيًا
followup-status-dropped = مرفوع من اللوحة
board-done = أُنجز
board-partly = أُنجز جزئيًا
board-slip = أُجّل إلى موعد آخر
board-drop = رُفع من اللوحة
board-assign = أُسند
board-note = ملاحظة
board-beside = ملاحظات
board-silent = { PLURAL($n) ->
    [zero] لا انقطاع
    [one] لا جديد منذ يوم واحد
    [two] لا جديد منذ يومين
    [few] لا جديد منذ { $n } أيام
    [many] لا جديد منذ { $n } يومًا
   *[other] لا جديد منذ { $n } يوم
}
board-progress = { PLURAL($n) ->
    [zero] لا إفادات لاحقة تتصل به
    [one] إفادة لاحقة واحدة تتصل به
    [two] إفادتان لاحقتان تتصلان به
    [few] { $n } إفادات لاحقة تتصل به
    [many] { $n } إفادة لاحقة تتصل به
   *[other] { $n } إفادة لاحقة تتصل به
}
board-former = كان موعده { $day }
board-owner = المتابِع: { $name }
board-next = الخطوة التالية: { $what }
ics-name = هدنة: وعود للمتابعة
ics-summary = { $who }: { $what } ({ $status })

## الأسئلة
question = السؤال
question-about = بشأن
question-to = إلى
question-raised = لم يُطرح بعد
question-asked = طُرح
question-answered = أُجيب: { $text }

## ما تغيّر
changes-since = التغيرات منذ { $moment }
change-before = قبل
change-after = بعد
change-area-state = حالة منطقة
change-incident-new = حادثة جديدة
change-incident-gone = حادثة لم تعد واردة
change-merged = دمج حوادث
change-split = تقسيم حادثة
change-toll-new = حصيلة جديدة
change-toll-revised = تعديل حصيلة
change-total-new = حصيلة تراكمية جديدة
change-total-revised = تعديل حصيلة تراكمية
change-corroboration = تعزيز حادثة
change-verdict = الحكم
change-case-step = خطوة في قضية
change-promise-new = وعد جديد
change-promise-gone = وعد لم يعد واردًا
change-promise-slipped = تأجّل وعد
change-promise-status = تغيّر حال وعد
change-decision = أدخله شخص

## الدوريات
patrols-taken = ‏#{ $entry }: الدوريات المقروءة { $read }، والمحفوظة { $kept }، والمرفوضة { $rejected }؛ بلا ملاحظات { $nil }، ومُنع منها { $refused }
patrol-team = الفريق
patrol-reached = الوصول
patrol-seen = ما شوهد أو سبب عدم الوصول
patrol-refused-by = منعها { $name }
patrol-nil = جرت الدورية ولم يُلاحظ شيء
reached-yes = نعم
reached-no = لا
reached-refused = مُنع
told-no-column = لا عمود باسم «{ $column }» في { $file }؛ وجدول الدوريات أعمدته date وplace وteam وreached
told-no-patrol = لا يصلح أي سطر من { $file }؛ السطر { $first }

## معرّفات لا يحملها شيء، ومراحل البلاغات
unknown-id = لا شيء هنا يحمل المعرّف «{ $id }»؛ { $next }
unknown-case = تجد معرّفات القضايا عبر «hudna cases»
unknown-field-report = أدخل التقرير الميداني أولًا عبر «hudna ingest» ثم استعمل المعرّف الذي يظهر في الإيصال
unknown-party = تجد معرّفات الأطراف عبر «hudna parties find NAME»، أو أضف طرفًا عبر «hudna parties add»
unknown-exception = تجد معرّفات الاستثناءات عبر «hudna agreements» مع معرّف الاتفاق المعتمد
unknown-test = تجد معرّفات شروط الاستثناء عبر «hudna agreements» مع معرّف الاتفاق المعتمد
unknown-source = تجد معرّفات المصادر عبر «hudna sources»
unknown-claim = تجد معرّف الإفادة عبر «hudna why» مع معرّف حادثة أو بلاغ
unknown-incident = تجد المعرّفات عبر «hudna incidents»، ومعرّفات إفادات الحادثة عبر «hudna incident»
unknown-anything = تجد المعرّفات عبر «hudna areas» أو «hudna incidents» أو «hudna followups» أو في الموجز
unknown-promise = تجد معرّفات الوعود عبر «hudna followups»
unknown-evidence = الدليل يُذكر بمعرّف إفادة، وتجده عبر «hudna why» مع معرّف البلاغ
unknown-question = تجد معرّفات الأسئلة عبر «hudna questions»
unknown-about = يكون السؤال عن حادثة أو وعد أو قضية أو إفادة أو بلاغ أو منطقة، ويُذكر معرّفها
unknown-sentence = لا جملة بهذا الرقم في الموجز؛ انظر «hudna brief --format text»
unknown-holder = ابحث عن معرّف المكان الذي يضمّه عبر «hudna places find NAME»
unknown-place-id = ابحث عن معرّف المكان عبر «hudna places find NAME»، أو أضفه عبر «hudna places add»
unknown-head = ابحث عن معرّف الطرف الذي يتبعه عبر «hudna parties find NAME»
unknown-agreement = تجد معرّفات الاتفاقات عبر «hudna agreements»
report-state = المرحلة
report-unread = عبارات عن أذى لم تُفهم
report-state-received = استُلم
report-state-screened = فُحص ولا إفادة فيه
report-state-coded = استُخرجت إفاداته
report-state-linked = رُبط بحادثة أو وعد أو حصيلة
report-state-needs-info = بانتظار جواب
act-expunged = شُطبت

## الرسوم
pictures-ribbon = حالة كل منطقة يومًا بيوم، { $days }
pictures-ribbon-one = حالة { $area } يومًا بيوم، { $days }
pictures-since = منذ { $day }
pictures-today = حتى { $day }
pictures-truce = بدء الهدنة
pictures-pointer = إنذار: ارتفع المستوى
pictures-up = إنذار قائم
pictures-week = الاثنين
pictures-means-holding = صامدة: دون 0.5 من المستوى قبل الهدنة
pictures-means-strained = متوترة: من 0.5 إلى 0.8، أو حادثة أوقعت عددًا كبيرًا من القتلى
pictures-means-collapsed = منهارة: 0.8 فأكثر
pictures-means-no-data = بيانات غير كافية: الصمت لا يعني الهدوء
pictures-means-not-covered = غير مشمولة بالهدنة
pictures-alarms = إنذار في { $days }
pictures-no-alarm = لا إنذار
pictures-alarm = الإنذار في { $area }، { $days }
pictures-statistic = مؤشر الإنذار، وكل خط عشرة أضعاف ما تحته
pictures-threshold = العتبة { $n }
pictures-threshold-means = العتبة: إنذار كاذب واحد على الأكثر، في المتوسط، للمنطقة الواحدة كل { $days } من الهدوء
pictures-crossed = إنذار { $day }
pictures-rise = ارتفع المستوى نحو { $day }
pictures-rise-means = اليوم الذي يُقدَّر أن المستوى ارتفع فيه
pictures-gap = لم تُحصَ: الصمت لا يعني الهدوء
pictures-days-not-counted = ما لم يُحصَ: { $days }
pictures-a-day = الأحداث في اليوم
pictures-a-week = الأحداث في الأسبوع
pictures-a-bar = الأحداث في كل { $days }
pictures-fan = التوقعات في { $area } بعد { $day }
pictures-in-all = مجموع الأحداث
pictures-ahead = المدة
pictures-median = الوسيط
pictures-half = 50%
pictures-ninety = 90%
pictures-median-means = الوسيط: احتمال الزيادة عليه كاحتمال النقصان عنه
pictures-half-means = يقع هنا نصف الاحتمالات
pictures-ninety-means = تقع هنا تسعة أعشار الاحتمالات
pictures-total = يُظهر الرسم كل مجموع متوسطًا على أيامه
pictures-step = المدة { $days }: الوسيط { $median }، و50% بين { $half }، و90% بين { $ninety }
act-counts = إحصاءات
counts-entered = ‏#{ $entry }: السلسلة { $series }
counts-taken = قُرئ { $read }: حُفظ { $stored }، وموجود من قبل { $duplicate }، واستُبعد { $left }، ورُفض { $rejected }
told-no-counts-column = ليس في { $file } عمود «{ $column }»؛ جدول الإحصاءات فيه area وdate وevents وdeaths، وقد يكون فيه source
told-no-count = لا يصلح شيء من { $file }؛ السطر { $first }
told-series-own = «{ $id }» هي سلسلة القصة نفسها؛ أعطِ معرّفًا آخر مع ‎--series
told-no-ucdp-column = ليس في { $file } عمود «{ $column }»؛ أعطِ ملف المجموعة بصيغة CSV مع سطر عناوينه
told-no-dyad = لا يُعرف عن أي ثنائية في { $file } أن الاتفاق يُلزم طرفيها؛ سمِّ مع ‎--dyad ما كان بين الأطراف، ومنها: { $dyads }
told-replay-order = تنتهي الأيام في { $to } قبل أن تبدأ في { $from }؛ بدّل بين ‎--from و‎--to
told-replay-late = يقع { $to } بعد زمن القصة؛ أعطِ ‎--to { $last } على الأكثر
told-replay-many = أكثر من { $most } يومًا؛ خذ أقل، أو خطوة أطول مع ‎--step
ucdp-source = مجموعة بيانات الأحداث المحددة جغرافيًا (UCDP GED)، برنامج أوبسالا لبيانات النزاعات، برخصة CC BY 4.0
ucdp-dyads = بين الأطراف: { $dyads }.
ucdp-placeless = أحداث لم تُحدد منطقتها فاستُبعدت: { $n } (بين الأطراف { $between }، وغيرها { $other }).
ucdp-elsewhere = أحداث في مناطق لا يذكرها الاتفاق فاستُبعدت: { $n } ({ $names }).
ucdp-spread = الأحداث التي تمتد أيامًا عدة ({ $n }) موزعة بالتساوي على أيامها.
ucdp-zero = الصفر يعني أن المصدر لم يسجل حدثًا، ولا يعني الهدوء.
replay-progress = أيام
replay-alarm = { $mark } إنذار قائم
unknown-area = خذ معرّف المنطقة من «hudna areas»
areas-distribution = { $country }: من { $told } من المناطق التي يمكن الحكم فيها: صامدة في { $holding }، ومتوترة في { $strained }، ومنهارة في { $collapsed }؛ والبيانات غير كافية في { $untold }، وغير المشمولة { $uncovered }
told-search-unknown = لا يوجد معامل باسم «{ $name }»؛ المعاملات المتاحة: { $known }
told-search-value = { $name }: القيمة «{ $value }» ليست من القيم المتاحة: { $known }
told-search-day = { $name }: «{ $value }» ليس يومًا؛ اكتبه هكذا: 2016-05-03
told-search-number = { $name }: «{ $value }» ليس عددًا صحيحًا بين { $low } و{ $high }
told-search-order = قيمة { $low } هي { $a }، وهي أعلى من قيمة { $high }، أي { $b }؛ بدّل بينهما
told-search-twice = ورد { $name } مرتين؛ اذكره مرة واحدة
told-search-long = { $name } أطول من { $most } حرف؛ اختصره
told-search-words = في { $name } أكثر من { $most } كلمة؛ اكتفِ بأقل
told-search-many = لـ{ $name } أكثر من { $most } قيمة؛ اكتفِ بأقل
told-search-nothing = { $name }: لا شيء هنا هو «{ $value }»؛ اختر قيمة من القائمة
told-generate-full = { $store } ليس فارغًا؛ حدّد مجلدًا جديدًا عبر --store

## الأشخاص والحقوق
person-role-public = الجمهور
person-role-monitor = مراقب
person-role-analyst = محلّل
person-role-reviewer = مُراجِع
person-role-party = ممثّل طرف
person-role-co-chair = رئيس مشارك
person-role-envoy = مكتب المبعوث
person-role-keeper = أمين المصادر
person-role-administrator = مدير النظام
right-see-public = الاطلاع على المعلن
right-see-areas = الاطلاع على المناطق والمتابعات
right-see-incidents = الاطلاع على الحوادث
right-see-reports = الاطلاع على التقارير
right-see-cases = الاطلاع على القضايا
right-see-briefs = الاطلاع على الموجزات
right-see-sources = الاطلاع على المصادر
right-see-ledger = الاطلاع على السجل
right-see-people = الاطلاع على الأشخاص والأدوار
right-submit = تقديم التقارير
right-code = إضافة الإفادات وتصحيحها
right-merge = البتّ في الحوادث
right-grade = تقييم المصادر
right-follow-up = تعديل المتابعات
right-ask = طرح الأسئلة والإجابة عنها
right-case = اتخاذ خطوات القضية
right-finding = إصدار الاستنتاجات وتأييدها
right-reply = الرد باسم طرف
right-names = إضافة الأماكن والأطراف والأسماء
right-compose = إعداد الموجزات
right-freeze = تثبيت الموجزات
right-export = التصدير
right-rights = إضافة الأشخاص ومنح الأدوار
right-mode = تغيير وضع العمل
right-own = الإعدادات وعمليات البحث والرموز الخاصة
mode-normal = عادي
mode-read-only = للقراءة فقط
mode-closed = مغلق
told-not-signed-in = هذا ليس معلنًا؛ سجّل الدخول أولًا
told-no-right = «{ $right ->
    *[see_public] { right-see-public }
     [see_areas] { right-see-areas }
     [see_incidents] { right-see-incidents }
     [see_reports] { right-see-reports }
     [see_cases] { right-see-cases }
     [see_briefs] { right-see-briefs }
     [see_sources] { right-see-sources }
     [see_ledger] { right-see-ledger }
     [see_people] { right-see-people }
     [submit] { right-submit }
     [code] { right-code }
     [merge] { right-merge }
     [grade] { right-grade }
     [follow_up] { right-follow-up }
     [ask] { right-ask }
     [case] { right-case }
     [finding] { right-finding }
     [reply] { right-reply }
     [names] { right-names }
     [compose] { right-compose }
     [freeze] { right-freeze }
     [export] { right-export }
     [rights] { right-rights }
     [mode] { right-mode }
     [own] { right-own }
    }» ليس من حقوق دورك («{ $role ->
    *[public] { person-role-public }
     [monitor] { person-role-monitor }
     [analyst] { person-role-analyst }
     [reviewer] { person-role-reviewer }
     [party] { person-role-party }
     [co_chair] { person-role-co-chair }
     [envoy] { person-role-envoy }
     [keeper] { person-role-keeper }
     [administrator] { person-role-administrator }
    }»)؛ اسأل مدير النظام عمّن يملك هذا الحق
told-read-only = لا يمكن إدخال شيء الآن لأن الوضع «للقراءة فقط»؛ أعد المحاولة بعد أن يعيده مدير النظام إلى العادي
told-closed = النظام مغلق حاليًا؛ ويعيد مدير النظام فتحه
told-not-yours = لا يقول هذا إلا «{ $party }»، وأنت لا تمثله

## الخدمة
serve-at = الخدمة على { $address } ‏(Ctrl-C ينهيها)
serve-first = لا أحد يدير هذا التثبيت بعد؛ هذا الرابط ينشئ المدير الأول مرة واحدة وخلال 24 ساعة: { $link }
serve-no-address = ستبدأ الروابط التي تُعطى للناس بالعنوان { $address }؛ اذكر العنوان الذي يصلون منه بالخيار ‎--address
serve-ended = انتهت
serve-cannot = تعذّرت الخدمة على { $address }: ‏{ $why }؛ اختر عنوانًا آخر بالخيار ‎--listen
serve-guest-far = لا يُستقبل الضيوف إلا على هذا الجهاز؛ استعمل 127.0.0.1 أو احذف الخيار ‎--guest
told-short-password = كلمة المرور { $least } من الأحرف على الأقل؛ اجعلها من عدة كلمات
told-long-password = كلمة المرور { $most } من البايتات على الأكثر؛ اختر أقصر منها
told-password-is-name = كلمة المرور هي الاسم نفسه؛ اختر غيرها
told-no-link = هذا الرابط غير صحيح أو سبق استعماله أو انتهت مدته؛ اطلب رابطًا جديدًا من مدير النظام
told-not-let-in = الاسم أو كلمة المرور غير صحيح؛ أعد المحاولة أو اطلب رابطًا جديدًا من مدير النظام
told-name-locked = محاولات فاشلة كثيرة؛ أعد المحاولة لاحقًا (الثواني الباقية: { $seconds }) أو اطلب رابطًا جديدًا من مدير النظام
told-bad-person-name = الاسم حروف أو أرقام في سطر واحد، و{ $most } من الأحرف على الأكثر
told-name-taken = الاسم «{ $name }» لشخص آخر هنا؛ اختر غيره
told-person-closed = سبق إغلاق حساب «{ $name }» ولا يُعاد فتحه؛ أضف شخصًا جديدًا
told-last-administrator = لا مدير للنظام سواه؛ عيّن مديرًا آخر أولًا
told-role-already = هذا هو دور «{ $name }» أصلًا
told-role-public = «الجمهور» هو كل من لم يسجّل الدخول؛ أعطِ دورًا آخر
told-role-needs-areas = للمراقب مناطقه؛ اذكر منطقة واحدة على الأقل
told-role-needs-party = صاحب هذا الدور يمثل طرفًا أو يحمل مفتاحه؛ اذكر الطرف
told-mode-already = هذا هو الوضع القائم أصلًا: { $mode ->
    *[normal] { mode-normal }
     [read_only] { mode-read-only }
     [closed] { mode-closed }
    }
told-changed-not-undone = القيد #{ $entry } يحدد صلاحيات أو وضع العمل؛ فلا يُلغى بل يُغيَّر بقيد جديد
told-bad-token = للرمز تسمية في سطر واحد وحق واحد على الأقل، ومدته من يوم إلى { $most } يومًا
told-many-tokens = عدد الرموز { $most } أصلًا؛ أنهِ واحدًا منها أولًا
told-bad-search = للبحث المحفوظ اسم في سطر واحد لا يتجاوز { $most } من الأحرف، ونص بحث
told-many-searches = عدد عمليات البحث المحفوظة { $most } أصلًا؛ احذف واحدة منها أولًا
told-bad-zone = «{ $zone }» ليس فارقًا زمنيًا؛ اكتبه هكذا: ‎+03:00 أو Z
told-bad-key = مفتاح الطلب في سطر واحد، ولا يزيد على { $most } من الأحرف
told-key-conflict = سبق أن ورد المفتاح «{ $key }» مع طلب آخر؛ استعمل مفتاحًا جديدًا للطلب الجديد
unknown-person = خذ المعرّف من «hudna people list»
unknown-token = خذ المعرّف من قائمة رموزك
unknown-session = خذ الجلسة من قائمة جلساتك؛ وربما انتهت
unknown-search = خذ الاسم من قائمة عمليات البحث المحفوظة
act-person = شخص ودوره
act-mode = وضع العمل
people-name = الاسم
people-role = الدور
people-areas = المناطق
people-party = الطرف
people-state = الحالة
people-open = مفتوح
people-closed = مغلق
people-mode = وضع العمل: { $mode }
people-mode-why = وضع العمل: { $mode } ‏({ $why })
people-link = رابط لـ«{ $name }» ({ $id })، يُستعمل مرة واحدة، حتى { $moment }: ‏{ $link }
people-token = الرمز { $id } لـ«{ $name }»، حتى { $moment }؛ ولا يُعرض إلا الآن: ‏{ $token }
act-added = إضافة إفادة
told-claim-there = الإفادة { $id } تقول هذا أصلًا؛ أكّدها أو صحّحها
told-no-words = لا كلمات يمكن أخذها من { $start } إلى { $end }: في النص { $size } من المحارف، وللإفادة { $most } على الأكثر
told-no-kind = «{ $kind }» ليس من أنواع الإفادات؛ خذ واحدًا من: { $kinds }
told-needs-field = على الإفادة من نوع «{ $kind }» أن تذكر واحدًا على الأقل من: { $needs }
unknown-report = خذ معرّف التقرير من «hudna reports»
export-gold = التقارير الموسومة: { $n } من { $total }
areas-not-apart = لا يُحكم على هذا المستوى ({ $level }) وحده في: { $names }؛ فلا حوادث ولا دوريات ولا إحصاءات من آخر 7 أيام تخص مكانًا كهذا وحده
areas-no-parents = لا مكان بهذا المستوى يضم منطقة من مناطق الاتفاق
areas-unplaced = حوادث آخر 7 أيام المروية عن { $place } عامةً أو عن مكان خارج مناطقها المذكورة: { $n } ({ $ids })
