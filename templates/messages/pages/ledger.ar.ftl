# السجل، والقيد الواحد مع برهانه.
w-ledger-lead = كل ما قيل وكل ما تقرر، في سجل لا يمكن إلا أن يزيد. لا حاجة بك إلى الثقة بهذا المكتب: تحقق بنفسك.
w-ledger-checkpoint = الرأس الموقّع
w-ledger-download = تنزيل الرأس
w-ledger-key = تنزيل المفتاح
w-ledger-root = الجذر
w-ledger-verifier = المفتاح الذي وُقّع به الرأس
w-ledger-sound = فُحص في { $moment }: القيود { $entries } والرؤوس الموقّعة { $heads }، وكلها كما وُقّعت.
w-ledger-faults = { PLURAL($n) ->
    [zero] لم يجد الفحص الأخير خللًا.
    [one] وجد الفحص الأخير خللًا. أبقِ المخزن كما هو وقارنه بنسخة.
    [two] وجد الفحص الأخير خللين. أبقِ المخزن كما هو وقارنه بنسخة.
    [few] وجد الفحص الأخير { $n } مواضع خلل. أبقِ المخزن كما هو وقارنه بنسخة.
    [many] وجد الفحص الأخير { $n } موضع خلل. أبقِ المخزن كما هو وقارنه بنسخة.
   *[other] وجد الفحص الأخير { $n } موضع خلل. أبقِ المخزن كما هو وقارنه بنسخة.
}
w-ledger-witnesses = الشهود
w-ledger-signed = وقّع هذا الرأس
w-ledger-behind = { PLURAL($n) ->
    [zero] لم يفته شيء
    [one] فاته قيد واحد
    [two] فاته قيدان
    [few] فاتته { $n } قيود
    [many] فاته { $n } قيدًا
   *[other] فاته { $n } قيد
}
w-ledger-never-signed = لم يوقّع شيئًا بعد
w-ledger-no-witness = لا مفتاح من الخارج يشارك في توقيع الرؤوس.
w-ledger-no-witness-means = تعديل قيد أو قطعه يُكشف من دون شاهد. أما إعادة المخزن كله إلى يوم سابق فلا يكشفها إلا من احتفظ خارجه برأس: فاحتفظ بهذا.
w-ledger-outside = كيف يُتحقق من الخارج
w-ledger-outside-lead = من دون الثقة بمن يشغّل هذا المكتب
w-ledger-step-head = نزّل الرأس والمفتاح أعلاه، واحفظهما حيث لا يصل إليهما هذا المكتب.
w-ledger-step-store = على نسخة من المخزن، وعلى جهازك أنت وببرنامج بنيته بنفسك، نفّذ الأمر:
w-ledger-step-compare = يُفحص كل قيد وكل محتوى وكل رأس. ويجب أن يكون عدد القيود والجذر هما:
w-ledger-step-derived = لترى أن الأحوال والحوادث والحصائل تُشتق من القيود ومن غيرها لا تُشتق:
w-ledger-step-one = لقيد واحد وحده، افتحه أدناه: يكفي برهانه عشرة أسطر من الحساب ولا يحتاج إلى المخزن.
w-ledger-step-later = عُد في يوم آخر: يجب أن يتضمن الرأس اللاحق الرأس الذي احتفظت به. وإلا فقد أُعيدت كتابة التاريخ.
w-ledger-published = السجل منشور في
w-ledger-not-published = لم يُنشر السجل بعد في ملفات ثابتة؛ والمخزن نفسه هو ما يُنسخ ويُفحص.
w-ledger-entries = القيود
w-ledger-entries-lead = الأحدث أولًا، ولا يُنزع منها شيء أبدًا
w-ledger-any = الكل
w-ledger-by = سجّله
w-ledger-find = رقم أو معرّف أو بصمة
w-ledger-show = عرض
w-ledger-hour = الساعة
w-ledger-hour-means = لا يُظهر السجل إلا الساعة، كي لا تُعرف منه نوبات أحد
w-ledger-leaf = بصمة الورقة
w-ledger-entry = القيد #{ $n }
w-ledger-version = نسخته رقم { $n }
w-ledger-public = ما يُظهره السجل
w-ledger-public-lead = هذه البايتات ولا شيء غيرها
w-ledger-payload = ما وراءه
w-ledger-payload-lead = محفوظ في المخزن، ومربوط بالقيد ببصمة الالتزام
w-ledger-salt = الملح
w-ledger-commitment = الالتزام: SHA-256 للملح والمحتوى
w-ledger-sealed-protected = مختوم، لأن مصدره محمي. لا يفتحه إلا أمين المصادر المكلّف به، والبرهان أدناه قائم مع ذلك.
w-ledger-sealed-destroyed = أُتلف مفتاحه، وإتلافه قيد أيضًا. ذهب ما فيه وبقيت السلسلة كاملة.
w-ledger-sealed-role = لا يرى دورك ما وراء هذا القيد، والبرهان أدناه قائم مع ذلك.
w-ledger-proof = برهان وجوده في السجل
w-ledger-proof-lead = { PLURAL($size) ->
    [zero] في رأس بلا قيود
    [one] في رأس من قيد واحد
    [two] في رأس من قيدين
    [few] في رأس من { $size } قيود
    [many] في رأس من { $size } قيدًا
   *[other] في رأس من { $size } قيد
}
w-ledger-proof-how = H(a, b) هي SHA-256 للبايت 01 ثم a ثم b، و↑ هو السطر الذي فوقه. ويجب أن يكون السطر الأخير جذر الرأس الموقّع (RFC 6962).
w-ledger-proof-download = تنزيل البرهان
w-ledger-kind-story = تعريف القصة
w-ledger-kind-agreement = الاتفاق المتابَع
w-ledger-kind-source = مصدر
w-ledger-kind-report = بلاغ
w-ledger-kind-reading = قراءة بلاغ
w-ledger-kind-counts = إحصاءات
w-ledger-kind-decision = قرار بشأن إفادة
w-ledger-kind-pair = صلة بين حادثتين
w-ledger-kind-finding = تقدير بشأن حادثة
w-ledger-kind-plea = استثناء يُحتج به
w-ledger-kind-case = خطوة في قضية
w-ledger-kind-promise = تعديل في لوحة المتابعة
w-ledger-kind-grade = درجة مصدر
w-ledger-kind-place = اسم مكان
w-ledger-kind-party = اسم طرف
w-ledger-kind-noname = كلمات ليست اسمًا
w-ledger-kind-question = سؤال
w-ledger-kind-answer = جواب
w-ledger-kind-patrols = دوريات
w-ledger-kind-undo = إلغاء
w-ledger-kind-generated = قيد مصطنع للتجربة
