# صفحة البلاغ الواحد، وقطع البت في الإفادات.
w-report-copies = { PLURAL($n) ->
    [zero] لا بلاغ آخر من المصدر نفسه
    [one] مصدر واحد مع بلاغ آخر
    [two] مصدر واحد مع بلاغين آخرين
    [few] مصدر واحد مع { $n } بلاغات أخرى
    [many] مصدر واحد مع { $n } بلاغًا آخر
   *[other] مصدر واحد مع { $n } بلاغ آخر
}
w-report-where = حيث نُشر
w-report-language = اللغة
w-report-words = { PLURAL($n) ->
    [zero] لا كلمات
    [one] كلمة واحدة
    [two] كلمتان
    [few] { $n } كلمات
    [many] { $n } كلمة
   *[other] { $n } كلمة
}
w-report-hash = بصمة ما استُلم (SHA-256)
w-report-bytes = كما استُلم، بايتًا بايتًا
w-report-text = النص
w-report-text-lead = عند ألفاظ كل إفادة رقمها
w-report-claims-lead = قراءة آلية إلى أن يبت فيها شخص
w-report-no-claims = لم تُستخلص من هذا النص أي إفادة.
w-report-no-claims-next = لا يعني ذلك أنه لا يفيد بشيء: انظر في الملاحظات، وأضف ما فات.
w-report-show = الإفادة { $n }: أظهر ألفاظها
w-report-machine = قراءة آلية لم يؤكدها أحد
w-report-added = أضافها شخص
w-report-corrected = مصحَّح
w-report-how = كيف قُرئت
w-report-again = قرّر من جديد
w-report-confirm = يقول ذلك
w-report-refuse = لا يقوله
w-report-correct = صحّح حقلًا
w-report-why-correct = السبب في سطر
w-report-correct-do = صحّح وأكّد
w-report-field = الحقل
w-report-value = والصواب
w-report-value-hint = معرّف مكان أو طرف أو اسمه، أو يوم بصيغة ‎2016-05-03‎، أو رقم، أو «none» إن لم يُذكر شيء.
w-report-usual = السبب المعتاد
w-report-own-line = أو في سطر بعبارتك
w-report-notes = ما لم يُفهم
w-report-notes-lead = يُعرض كي لا يضيع شيء
w-report-no-notes = لم يبق شيء بلا إفادة.
w-report-teach = بيّن ما يعنيه هذا الاسم
w-report-add-this = أضف ما تفيد به
w-report-add = إفادة فاتت
w-report-add-lead = حدّد ألفاظها في النص
w-report-add-words = الألفاظ التي تقولها
w-report-add-hint = حدّدها في النص بالفأرة أو بالإصبع، أو انسخها هنا كما وردت تمامًا.
w-report-outcome = ما حلّ بهم
w-report-victims = من هم
w-report-at-least = على الأقل
w-report-at-most = على الأكثر
w-report-form = شكل اللقاء
w-report-participants = المشاركون
w-report-speech = ما يفعله المتكلم
w-report-event = ما يجري للهدنة
w-report-add-do = أضف الإفادة
w-report-ask = اطرح سؤالًا عن هذا البلاغ
w-report-annotated = النص مع إفاداته
w-report-said-by = بحسب
