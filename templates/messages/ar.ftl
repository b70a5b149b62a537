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
act-seizure-of-ground = سيطرة على أرض
act-unidentified-explosion = انفجار مجهول المصدر
act-attack-on-civilians = اعتداء على مدنيين
act-sexual-violence = عنف جنسي
act-abduction = خطف
act-arrest = اعتقال
act-looting = نهب
act-forced-displacement = تهجير قسري
act-child-recruitment = تجنيد أطفال
act-troop-movement = تحرك قوات
act-fortification = تحصين
act-mine-laying = زرع ألغام
act-aid-blocked = منع مساعدات
act-siege = حصار
act-utilities-cut = قطع ماء أو كهرباء
act-monitor-denied = منع مراقبين من الوصول
act-attack-on-monitor = اعتداء على مراقبين
act-other-force = استخدام آخر للقوة

## عائلات الأفعال
family-ground = على الأرض
family-indirect = نيران غير مباشرة
family-air = من الجو
family-device = عبوات متفجرة
family-civilians = ضد مدنيين
family-access = وصول وحصار

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

## من أصيب
victims-civilian = مدنيون
victims-fighter = مقاتلون
victims-police = شرطة
victims-aid-worker = عاملون في الإغاثة
victims-journalist = صحفيون
victims-monitor = مراقبون
victims-leader = قياديون
victims-mixed = مقاتلون ومدنيون
victims-unspecified = لم يُذكر من هم

## الصيغة
modality-actual = رُوي على أنه وقع
modality-alleged = زعم
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
meeting-status-held = انعقد
meeting-status-ongoing = جارٍ
meeting-status-planned = مقرَّر
meeting-status-proposed = مقترح
meeting-status-cancelled = أُلغي

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
event-declared = إعلان
event-signed = توقيع
event-extended = تمديد
event-in-force = سريان
event-violated = خرق
event-at-risk = خطر الانهيار
event-collapsed = انهيار
event-called-for = مطالبة بها
event-proposed = اقتراح
event-accepted = قبول
event-rejected = رفض
event-negotiated = تفاوض
event-renewed = تجديد

## المهام ومنزلتها
task-meet = عقد اجتماع
task-brief = تقديم إحاطة
task-deliver-aid = إيصال مساعدات
task-withdraw = الانسحاب
task-release = الإفراج عن محتجزين
task-investigate = التحقيق
task-cease-fire = وقف إطلاق النار
task-negotiate = التفاوض
task-deploy = الانتشار
task-sign = التوقيع
task-other = ما تقوله الكلمات
standing-promised = وعد
standing-agreed = متفق عليه
standing-proposed = مقترح
standing-demanded = مطلوب
followup-status-overdue = فات موعده
followup-status-due = مستحق
followup-status-undated = بلا موعد
followup-status-done = ذُكر أنه تم

## الحوادث
corroboration-uncorroborated = غير معزَّز
corroboration-corroborated = معزَّز
corroboration-verified = متحقَّق منه
corroboration-refuted = مدحوض
corroboration-disputed = مختلف عليه
corroboration-unverifiable = لا يمكن التحقق منه
verdict-breach = خرق
verdict-possible-breach = خرق محتمل
verdict-permitted-exception = استثناء مسموح به
verdict-claimed-exception-unverified = استثناء مزعوم لم يُتحقق منه
verdict-out-of-scope-actor = خارج النطاق: الفاعل غير ملزَم
verdict-out-of-scope-area = خارج النطاق: خارج المنطقة المتفق عليها
verdict-out-of-scope-provocation = خارج النطاق: استفزاز خارج المنطقة المتفق عليها
verdict-outside-window = خارج زمن الالتزام
verdict-not-regulated = لا ينظمه الاتفاق
verdict-undetermined = غير محسوم
fact-known = معلوم
fact-claimed = مدّعى
fact-contested = متنازع فيه
fact-unknown = مجهول
fact-name-bearer = الملتزِم
fact-name-act = الفعل
fact-name-target = الهدف
fact-name-area = المنطقة
fact-name-time = الوقت
score-part-act = الفعل
score-part-place = المكان
score-part-days = الأيام
score-part-actor = الفاعل
score-part-target = الهدف
score-part-number = الأرقام
score-part-text = الصياغة
link-confirmed = عُدّا واحدًا
link-suggested = لعلهما واحد

## المناطق
area-status-collapsed = منهارة
area-status-strained = متوترة
area-status-holding = صامدة
area-status-no-data = لا يكفي للحكم
area-status-not-covered = غير مشمولة
area-letter-collapsed = ن
area-letter-strained = م
area-letter-holding = ص
area-letter-no-data = ؟
area-letter-not-covered = –
area-means-collapsed = العنف عند 0.8 من مستواه قبل الهدنة أو أكثر
area-means-strained = بين 0.5 و0.8، أو سقوط ضحايا كثر خلال سبعة أيام بتأكيد من شخص
area-means-holding = أقل من 0.5: عنف أقل، لا هدوء
area-means-no-data = أحداث قليلة جدًا أو لا أحد يبلّغ: الصمت ليس هدوءًا
area-means-not-covered = لا يتقاتل فيها الأطراف، أو استثناها الاتفاق
area-means-thin = المظلَّل بخطوط: البيانات قليلة، أي أقل من عشرة أحداث قبل الهدنة، أو أيام لم تُحصَ، أو لا بلاغ في سبعة أيام
rule-ratio = مستوى العنف
rule-mass-casualties = ضحايا كثر
rule-too-few = أحداث قليلة جدًا
rule-other-war = حرب أخرى
rule-excluded = استثناها الاتفاق
rule-no-counts = لا إحصاءات

## السجلات
source-kind-party = طرف
source-kind-guarantor = ضامن
source-kind-monitor = مراقب
source-kind-un = الأمم المتحدة
source-kind-ngo = منظمة غير حكومية
source-kind-wire = وكالة أنباء
source-kind-state-media = إعلام رسمي
source-kind-local-media = إعلام محلي
source-kind-social = تواصل اجتماعي
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
party-kind-media = إعلام
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
deontic-permit = مباح
relation-base = النص الأساس
relation-endorses = إقرار
relation-amends = تعديل
relation-procedure = إجراءات
protection-open = مكشوف
protection-protected = محمي
kind-violence = عنف
kind-toll = حصيلة
kind-meeting = لقاء
kind-statement = تصريح
kind-truce = حدث يخص الهدنة
kind-commitment = وعد
note-unread-harm = كلمات أذى لم يُقرأ منها ادعاء
note-unknown-place = مكان غير معروف
note-ambiguous-place = مكان يحتمل معاني عدة
note-unresolved = تاريخ أو رقم لم يُحل
note-unread-language = لغة لا قارئ لها
note-cut = نص قُطع عند الحد
lang-ar = العربية
lang-en = الإنكليزية
lang-und = لغة غير معروفة

## عناوين الجداول
area = المنطقة
state = الحال
since = منذ
ratio = النسبة
last-7-days = آخر 7 أيام
before-7-days = السبعة قبلها
last-28-days = آخر 28 يومًا
deaths = الوفيات
reports = البلاغات
incidents = الحوادث
areas = المناطق
follow-ups = المتابعات
tolls = الحصائل
sources = المصادر
parties = الأطراف
agreements = الاتفاقات
confirmed = مؤكَّد
why = لماذا
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
method = الطريقة
origins = المنابع
corroboration = التعزيز
verdict = الحكم
obligation = الالتزام
who = من
to-whom = لمن
what = ماذا
due = الموعد
status = الوضع
standing = المنزلة
words = الكلمات المستعملة
first-told = أول ذكر
last-told = آخر ذكر
source = المصدر
source-kind = النوع
grade = الدرجة
received = وقت التسلّم
published = تاريخ النشر
report = البلاغ
claim = الادعاء
claims = الادعاءات
notes = الملاحظات
evidence = الدليل
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
pcode = رمز المكان
coverage = التغطية
reviewed = أكده شخص
entry = قيد السجل
sha256 = SHA-256
yes = نعم
no = لا
none = لا شيء
unknown = غير معروف
nobody-says = لا أحد يقول
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
silence = لا بلاغ في آخر 7 أيام: الصمت ليس هدوءًا
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
units-stored = حُفظ { $n }
units-duplicate = مكرر { $n }
units-rejected = رُفض { $n }
units-line = { $units }: { $stored }، { $duplicate }، { $rejected }
receipt-stored = حُفظ
receipt-duplicate-of = مكرر عن { $id }
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
    [zero] لا وفيات
    [one] وفاة واحدة
    [two] وفاتان
    [few] { $n } وفيات
    [many] { $n } وفاة
   *[other] { $n } وفاة
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
    [one] حادث واحد
    [two] حادثان
    [few] { $n } حوادث
    [many] { $n } حادثًا
   *[other] { $n } حادث
}
n-claims = { PLURAL($n) ->
    [zero] لا ادعاءات
    [one] ادعاء واحد
    [two] ادعاءان
    [few] { $n } ادعاءات
    [many] { $n } ادعاءً
   *[other] { $n } ادعاء
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
    [zero] لا منابع
    [one] منبع واحد
    [two] منبعان مستقلان
    [few] { $n } منابع مستقلة
    [many] { $n } منبعًا مستقلًا
   *[other] { $n } منبع مستقل
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
date-range = من { $start } إلى { $end }
date-unknown = لم يُذكر اليوم
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
full-stop = { $a }.
quoted = «{ $a }»
in-brackets = { $a } ({ $b })

## أقسام الموجز
section-summary = الوضع
section-areas = منطقة منطقة
section-incidents = الحوادث
section-casualties = الضحايا
section-truce = الهدنة والدبلوماسية
section-promises = الوعود والمتابعة
section-limits = ما لا يقوله أحد
section-check = كيف يُتحقق من هذا

## الوضع
s-states-lead = منطقة منطقة حتى { $moment }
s-in-collapsed = انهارت الهدنة في { $names }
s-in-strained = وهي متوترة في { $names }
s-in-holding = وهي صامدة، وليس ذلك هدوءًا، في { $names }
s-in-no-data = ولا يكفي ما يرد للحكم في { $names }
s-in-not-covered = وغير مشمول: { $names }
s-open = الوعود التي ما زالت مفتوحة: { $n }
s-open-overdue = فات موعده: { $n }
s-open-due = مستحق: { $n }
s-open-undated = بلا موعد: { $n }
s-reviewed = أرقام الضحايا التي أكدها شخص: { $confirmed } من { $n }؛ والباقي قراءة آلة
s-reviewed-all = أكد شخص كل أرقام الضحايا، وعددها { $n }

## المناطق
a-lead = { $area }، { $status }
a-ratio = الأحداث بين الأطراف عند { $ratio } من مستواها قبل الهدنة
a-events = { PLURAL($last) ->
    [zero] لا أحداث في آخر 7 أيام
    [one] حدث واحد في آخر 7 أيام
    [two] حدثان في آخر 7 أيام
    [few] { $last } أحداث في آخر 7 أيام
    [many] { $last } حدثًا في آخر 7 أيام
   *[other] { $last } حدث في آخر 7 أيام
} مقابل { $before } في السبعة التي قبلها
a-other = { PLURAL($n) ->
    [zero] لا أحداث من حرب أخرى
    [one] وحدث واحد من حرب أخرى
    [two] وحدثان من حرب أخرى
    [few] و{ $n } أحداث من حرب أخرى
    [many] و{ $n } حدثًا من حرب أخرى
   *[other] و{ $n } حدث من حرب أخرى
}
a-deaths = { PLURAL($n) ->
    [zero] لا وفيات
    [one] وفاة واحدة في المجموع
    [two] وفاتان في المجموع
    [few] { $n } وفيات في المجموع
    [many] { $n } وفاة في المجموع
   *[other] { $n } وفاة في المجموع
}
a-reports = { PLURAL($n) ->
    [zero] لا بلاغ يسمّي مكانًا فيها في هذه الأيام السبعة: صمت لا هدوء
    [one] بلاغ واحد يسمّي مكانًا فيها
    [two] بلاغان يسمّيان مكانًا فيها
    [few] { $n } بلاغات تسمّي مكانًا فيها
    [many] { $n } بلاغًا يسمّي مكانًا فيها
   *[other] { $n } بلاغ يسمّي مكانًا فيها
}
a-incidents = { PLURAL($n) ->
    [zero] لم يُقرأ من البلاغات حادث
    [one] حادث واحد قُرئ من البلاغات، المؤكد من شخص: { $confirmed }
    [two] حادثان قُرئا من البلاغات، المؤكد من شخص: { $confirmed }
    [few] { $n } حوادث قُرئت من البلاغات، المؤكد من شخص: { $confirmed }
    [many] { $n } حادثًا قُرئت من البلاغات، المؤكد من شخص: { $confirmed }
   *[other] { $n } حادث قُرئت من البلاغات، المؤكد من شخص: { $confirmed }
}
a-group = { $names }: { $status }
a-group-deaths = الوفيات في آخر 7 أيام: { $counts }

## الحوادث
i-lead = { $days }، { $place }: { $acts }
i-act-unknown = فعل لم يُذكر
i-place-unknown = مكان لم يُذكر
i-actor = الفاعل المذكور: { $names }
i-target = الهدف المذكور: { $names }
i-toll = { $count } ({ $victims })
i-toll-bare = { $count }
i-toll-bare-span = { $count } (ذُكر من { $low } إلى { $high })
i-toll-span = { $count } ({ $victims }؛ ذُكر من { $low } إلى { $high })
i-toll-none = لم تُذكر ضحايا
i-origins = { PLURAL($n) ->
    [zero] بلا منبع، { $corroboration }
    [one] منبع واحد فقط، { $corroboration }
    [two] منبعان مستقلان، { $corroboration }
    [few] { $n } منابع مستقلة، { $corroboration }
    [many] { $n } منبعًا مستقلًا، { $corroboration }
   *[other] { $n } منبع مستقل، { $corroboration }
}
i-denied = { PLURAL($n) ->
    [zero] بلا نفي
    [one] نُفي في ادعاء واحد
    [two] نُفي في ادعاءين
    [few] نُفي في { $n } ادعاءات
    [many] نُفي في { $n } ادعاءً
   *[other] نُفي في { $n } ادعاء
}
i-verdict = { $verdict } بحسب { $term }
i-verdict-other = بموجب { $term }: { $verdict }
i-term = البند { $n }
i-term-text = البند { $n }: { $text }
i-missing = ما يحسمه: { $facts }
i-confirmed = أكده شخص
i-unconfirmed = لم يؤكده شخص
i-rest = { PLURAL($n) ->
    [zero] لا حوادث أخرى
    [one] حادث آخر لم يُروَ هنا، وهو مذكور في مراجع هذه الجملة
    [two] حادثان آخران لم يُرويا هنا، وهما مذكوران في مراجع هذه الجملة
    [few] { $n } حوادث أخرى لم تُروَ هنا، وهي مذكورة في مراجع هذه الجملة
    [many] { $n } حادثًا آخر لم تُروَ هنا، وهي مذكورة في مراجع هذه الجملة
   *[other] { $n } حادث آخر لم تُروَ هنا، وهي مذكورة في مراجع هذه الجملة
}

## الضحايا
c-running = حصيلة جارية في { $place }: { $count }
c-figures = { PLURAL($n) ->
    [zero] بلا رقم، { $source }، الدرجة { $grade }
    [one] رقم واحد، من { $source }، الدرجة { $grade }
    [two] رقمان، والمستعمل من { $source }، الدرجة { $grade }
    [few] { $n } أرقام، والمستعمل من { $source }، الدرجة { $grade }
    [many] { $n } رقمًا، والمستعمل من { $source }، الدرجة { $grade }
   *[other] { $n } رقم، والمستعمل من { $source }، الدرجة { $grade }
}
c-never-added = الحصائل الجارية تغطي مدة، ولا تُجمع أبدًا إلى حصائل الحوادث

## الهدنة والدبلوماسية
t-binds = اتفاق «{ $agreement }»، الساري منذ { $moment }، يلزم: { $names }
t-guarantors = الضامنون: { $names }
t-fights-too = { $name } (ويقاتل أيضًا)
t-excludes = المستثنى: { $names }
t-window = نافذة { $places } كما يرويها كل معلن
t-window-one = { $announcer }: { $span }
t-truce = مما رُوي عن الهدنة: { $event }
t-truce-place = مما رُوي عن الهدنة في { $place }: { $event }
t-parties = المذكورون: { $names }
t-count = { PLURAL($n) ->
    [zero] لم يُحصَ خرق
    [one] خرق واحد أُحصي
    [two] خرقان أُحصيا
    [few] { $n } خروق أُحصيت
    [many] { $n } خرقًا أُحصيت
   *[other] { $n } خرق أُحصيت
}
t-meeting = { $form }، { $names }: { $status }
t-meeting-nobody = { $form }: { $status }
t-statement = { $speaker }: { $speech }
t-statement-to = { $speaker }: { $speech }، والموجَّه إليه: { $addressee }
t-speaker-unknown = متكلم لم يُسمَّ
t-attributed = بحسب { $name }
t-on = { $day }
t-at = { $place }
t-told = { PLURAL($n) ->
    [zero] بلا ادعاء
    [one] رُوي في ادعاء واحد
    [two] رُوي في ادعاءين
    [few] رُوي في { $n } ادعاءات
    [many] رُوي في { $n } ادعاءً
   *[other] رُوي في { $n } ادعاء
}
t-words = باللفظ «{ $words }»
t-rest = وادعاءات أخرى من هذا النوع ترد في البلاغات المذكورة في مراجع هذه الجملة

## الوعود
p-lead = { $status }: على { $who } { $what }
p-who-unknown = جهة لم تُسمَّ
p-to = تجاه: { $to }
p-quoted = باللفظ «{ $words }»
p-due = الموعد { $due }
p-no-date = لم يُعطَ موعد
p-words = الكلمات المستعملة: «{ $words }»
p-no-words = لم تُستعمل كلمة تدل على وقت
p-gloss = شرح مأخوذ من الادعاء لا ترجمة: { $due }
p-told-once = رُوي في { $day }
p-told = رُوي أول مرة في { $first } وآخر مرة في { $last }
p-fulfilled = { PLURAL($n) ->
    [zero] لا ادعاء بالوفاء به
    [one] رُوي الوفاء به في ادعاء واحد
    [two] رُوي الوفاء به في ادعاءين
    [few] رُوي الوفاء به في { $n } ادعاءات
    [many] رُوي الوفاء به في { $n } ادعاءً
   *[other] رُوي الوفاء به في { $n } ادعاء
}

## الحدود
l-silent = { $names }: لا بلاغ في آخر 7 أيام يسمّي مكانًا فيها؛ هذا صمت لا هدوء
l-counted = { $area }: الأيام المحصاة من آخر 7 أيام: { $n }؛ وآخر يوم محصى { $day }
l-unread = { PLURAL($n) ->
    [zero] لا جمل فيها كلمات أذى بقيت بلا ادعاء
    [one] جملة واحدة فيها كلمات أذى لم يُقرأ منها ادعاء، وهي تنتظر قارئًا
    [two] جملتان فيهما كلمات أذى لم يُقرأ منهما ادعاء، وهما تنتظران قارئًا
    [few] { $n } جمل فيها كلمات أذى لم يُقرأ منها ادعاء، وهي تنتظر قارئًا
    [many] { $n } جملة فيها كلمات أذى لم يُقرأ منها ادعاء، وهي تنتظر قارئًا
   *[other] { $n } جملة فيها كلمات أذى لم يُقرأ منها ادعاء، وهي تنتظر قارئًا
}
l-one-origin = الحوادث التي تقوم على منبع واحد: { $n }
l-undetermined = الحوادث التي تعذر الحكم فيها: { $n }
l-undated = الوعود التي بلا موعد: { $n }
l-counts-source = الإحصاءات: { $source }
l-counts-note = من الإحصاءات: { $note }
l-undefined = مما لا يعرّفه الاتفاق: { $text }
l-no-incident = لم يُقرأ حادث من البلاغات الواردة حتى { $moment }؛ ولا يدل ذلك على هدوء
l-no-promise = لم يُقرأ وعد من البلاغات الواردة حتى { $moment }

## كيف يُتحقق
k-head = كُتب هذا الموجز من سجل عدد قيوده { $size } وجذره { $root }
k-key = والمفتاح الذي يوقّعه: { $key }
k-why = كل جملة وكل مرجع يفككه الأمر «{ $command }» مع معرّفه، وصولًا إلى الكلمات وبصمة بلاغها
k-verify = الأمر «{ $command }» يفحص كل قيد ونقطة تثبّت وبرهان من غير ثقة بمن كتب هذا
k-sha = بصمة SHA-256 لبلاغ مذكور هي ما يطبعه «{ $command }» لبايتاته كما وردت

## المراجع
cite-claim = ادعاء
cite-report = بلاغ
cite-incident = حادث
cite-area = منطقة
cite-toll = حصيلة
cite-follow-up = متابعة
cite-counts = إحصاءات
cite-agreement = اتفاق
cite-ledger = سجل
cite-window = نافذة كما يرويها { $name }
cite-undefined = مما لم يعرَّف

## الصفحة
brief-title = موجز الهدنة
page-map = المناطق في { $n }
page-areas = المناطق بالأرقام
page-board = لوح المتابعة
page-sources = المصادر
page-words = الكلمات
page-objects = ما استُخلص منها
page-bar = الشريط: حصة من المستوى قبل الهدنة، وعلامتان عند 0.5 و0.8
page-spark = الأعمدة: أحداث كل يوم في 28 يومًا؛ والخط متوسط ما قبل الهدنة
page-deaths = الوفيات: من كل الأحداث في آخر 7 أيام
page-peak = الذروة { $n }
page-share-label = ادعاءات مذكورة أكدها شخص: { $confirmed } من { $n }
page-share = الادعاءات المذكورة وكم أكد شخص منها
page-share-none = لا يقوم على ادعاء
page-gloss = الشرح تصنعه الآلة من الادعاء، وليس ترجمة
page-machine = قراءة آلة
page-person = أكده شخص
page-per-area = الحال لكل منطقة على حدة، ولا حال واحدة للبلد.

## النوافذ
window-span = من { $start } حتى { $end }
window-open = من { $start }، ولم تُذكر نهاية

## سطر الأوامر
cli-reading = قراءة
cli-verifying = تحقق
cli-generating = توليد قيود
cli-counts-new = { PLURAL($n) ->
    [zero] الأعداد: لا صفوف
    [one] الأعداد: خُزّن صف واحد
    [two] الأعداد: خُزّن صفان
    [few] الأعداد: خُزّنت { $n } صفوف
    [many] الأعداد: خُزّن { $n } صفًا
   *[other] الأعداد: خُزّن { $n } صف
}
cli-counts-old = { PLURAL($n) ->
    [zero] الأعداد: لا صفوف
    [one] الأعداد: صف واحد موجود من قبل
    [two] الأعداد: صفان موجودان من قبل
    [few] الأعداد: { $n } صفوف موجودة من قبل
    [many] الأعداد: { $n } صفًا موجودًا من قبل
   *[other] الأعداد: { $n } صف موجود من قبل
}
cli-decisions = القرارات: { $new } جديدة، { $old } موجودة من قبل، { $refused } مرفوضة
cli-ledger = السجل: { $size } من القيود، الجذر { $root }…
cli-brief-written = كُتبت الإحاطة: { $path }
cli-running = حصيلة تراكمية
cli-verified = فُحص { $entries } من القيود و{ $heads } من الرؤوس الموقعة، الجذر { $root }…
cli-verified-derived = أُعيد اشتقاق { $n } من الصفوف وقورنت
cli-stale = اشتُقت الجداول بقواعد أخرى: شغّل «hudna rebuild»
cli-sound = كل شيء كما وُقّع
cli-faults = { PLURAL($n) ->
    [zero] لا خلل
    [one] وُجد خلل واحد
    [two] وُجد خللان
    [few] وُجدت { $n } مواضع خلل
    [many] وُجد { $n } موضع خلل
   *[other] وُجد { $n } موضع خلل
}
cli-rebuilt = أُعيد الاشتقاق: الحوادث { $incidents }، المناطق { $areas }، الوعود { $promises }
cli-generated = كُتب { $n } من القيود المصطنعة
cli-data-sound = البيانات سليمة: الكلمات { $words }، القواعد { $rules }، الأماكن { $places }، الأطراف { $parties }، الاتفاقات { $agreements }
cli-read-counts = قُرئ { $read }، ورُفض { $rejected }
cli-counts-sum = من { $from } إلى { $to }: الأحداث بين الطرفين { $between }، وغيرها { $other }، والوفيات { $deaths }
cli-counts-file = { $file }، الأسطر { $lines }؛ ‏SHA-256 ‏{ $sha }؛ القيد #{ $entry }
cli-background = يُروى خلفيةً
cli-side = من
