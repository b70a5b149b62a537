# القضايا: القائمة، والقضية الواحدة مع نماذج خطواتها.
w-cases-lead = ما وُجّه إلى كل طرف، وبماذا ردّ، ودور مَن الآن، وكم بقي من المهلة.
w-cases-tabs = أي القضايا
w-cases-ready = { PLURAL($n) ->
    [zero] لا حادثة يُحتمل أنها خرق إلا ولها قضية.
    [one] حادثة واحدة يُحتمل أنها خرق لا قضية لها.
    [two] حادثتان يُحتمل أنهما خرق لا قضية لهما.
    [few] { $n } حوادث يُحتمل أنها خروق لا قضية لها.
    [many] { $n } حادثة يُحتمل أنها خرق لا قضية لها.
   *[other] { $n } حادثة يُحتمل أنها خرق لا قضية لها.
}
w-cases-ready-see = اعرضها
w-cases-none = لا قضية مفتوحة هنا.
w-cases-none-more = تُفتح القضية من صفحة الحادثة.
w-cases-clock = المهلة
w-cases-next = الخطوة التالية
w-cases-closed = لم يبقَ شيء مستحق
w-cases-no-reply = لا ردّ بعد
w-cases-nobody-told = لم يُبلَّغ أحد بعد
w-cases-ran-out = انقضت المهلة
w-cases-reopened = { PLURAL($n) ->
    [zero] لم يُعَد فتحها
    [one] أُعيد فتحها مرة
    [two] أُعيد فتحها مرتين
    [few] أُعيد فتحها { $n } مرات
    [many] أُعيد فتحها { $n } مرة
   *[other] أُعيد فتحها { $n } مرة
}
w-cases-reached = خطوات تمّت: { $n } من 9
w-cases-times-lead = من خطوة إلى التي تليها، في القضايا كلها
w-cases-stands = المرحلة الحالية: { $stage }.
w-cases-ladder = الإجراءات خطوة بخطوة
w-cases-skipped = لم تُتخذ
w-cases-next-lead = ما يمكن إدخاله الآن، وكل خطوة قيد في السجل
w-cases-waited-for = وهو ما تنتظره القضية الآن
w-cases-nothing-next = ليس لك ما تُدخله هنا الآن.
w-cases-nothing-next-more = إما أن الخطوة التالية على غيرك، وإما أن صلاحياتك لا تشمل تسجيل خطوات القضايا.
w-cases-later = { PLURAL($n) ->
    [zero] كل خطوة ممكنة الآن
    [one] خطوة واحدة غير ممكنة بعد: لماذا؟
    [two] خطوتان غير ممكنتين بعد: لماذا؟
    [few] { $n } خطوات غير ممكنة بعد: لماذا؟
    [many] { $n } خطوة غير ممكنة بعد: لماذا؟
   *[other] { $n } خطوة غير ممكنة بعد: لماذا؟
}
w-cases-steps = ما جرى
w-cases-steps-lead = الأقدم أولًا
w-cases-until = حتى { $moment }
w-cases-no-finding = لم يصدر استنتاج بعد.
w-cases-former = استنتاج سابق، قبل إعادة الفتح: { $finding }، { $moment }
w-cases-actions = الإجراءات المطلوبة
w-cases-no-actions = لم يُطلب شيء.
w-cases-questions = الأسئلة
w-cases-no-questions = لا أسئلة مفتوحة.
w-cases-expunged = شُطبت هذه القضية، وتبقى قيودها في السجل.
w-cases-key = مفتاح أحد الرئيسين المشاركين
w-cases-key-none = بلا مفتاح
w-cases-hours = المهلة بالساعات
w-cases-hours-hint = إن تُرك فارغًا فما ينص عليه الاتفاق، وإلا فالمهلة المعتادة
w-cases-reply = بماذا ردّ
w-cases-report = معرّف التقرير الميداني
w-cases-report-hint = قدّم التقرير أولًا؛ ومعرّفه في الإيصال، مثل R-A2MMDQ
w-cases-against = المنسوب إليه الانتهاك
w-cases-facts = وقائع يقرّ بها الجميع
w-cases-facts-hint = تُذكر من دون تسمية الفاعل، وهي ما يمكن أن يقبله الجانبان
w-cases-stance = موقف الطرف من الاستنتاج
w-cases-amount = المقدار
w-cases-action = الإجراء
w-cases-remedy = هل نُفّذ
w-cases-level = من يرى الاستنتاج
w-cases-do-opened = فتح قضية
w-cases-do-notified = إبلاغ طرف
w-cases-do-replied = إدخال ردّ
w-cases-do-tasked = إرسال من يتحقق
w-cases-do-reported = إدخال التقرير الميداني
w-cases-do-drafted = إعداد مسودة استنتاج
w-cases-do-committee = نظرت فيها اللجنة الفنية
w-cases-do-board = نظر فيها المجلس
w-cases-do-found = إصدار استنتاج
w-cases-do-seconded = تأييد الاستنتاج
w-cases-do-dissented = تسجيل اعتراض
w-cases-do-answered = إدخال موقف طرف
w-cases-do-action = طلب إجراء
w-cases-do-remedied = إدخال ما نُفّذ
w-cases-do-published = تحديد من يراه
w-cases-do-reopened = إعادة فتح القضية
w-cases-do-expunged = شطب القضية
w-cases-means-notified = يُبلَّغ الطرف بما نُسب إليه، وتبدأ مهلة ردّه.
w-cases-means-replied = ما أجاب به الطرف. ويمكن إدخال «لم يرد في المهلة» بعد انقضائها.
w-cases-means-tasked = مراقب أو فريق أو شخص، وتبدأ مهلة التقرير.
w-cases-means-reported = قدّم من أُرسل تقريره.
w-cases-means-drafted = المسودة مطروحة.
w-cases-means-committee = نظرت اللجنة الفنية في المسودة.
w-cases-means-board = نظر المجلس فيها، ويمكن أن يصدر الاستنتاج.
w-cases-means-found = الاستنتاج الذي يراه غيركم يحتاج إلى شخص ثانٍ مختلف، وحيث يوجد رئيسان مشاركان إلى مفتاحيهما معًا أو إلى اعتراض مسجّل.
w-cases-means-seconded = تؤيد الاستنتاج بصفتك شخصًا ثانيًا غير الأول.
w-cases-means-dissented = سطر السبب هو ما يراه هذا الرئيس المشارك، ويُعرض إلى جانب الاستنتاج.
w-cases-means-answered = قبِل أو قبِل بتحفظ أو رفض؛ و«سكت» بعد انقضاء المهلة.
w-cases-means-action = مَن يفعل ماذا، وبأي مقدار، وأين، وحتى متى: ليستطيع أي أحد أن يتحقق من تنفيذه.
w-cases-means-remedied = هل نُفّذ ما طُلب.
w-cases-means-published = الاستنتاج العلني يحتاج إلى شخصين، أو إلى المفتاحين، أو إلى اعتراض مسجّل.
w-cases-means-reopened = يبقى الاستنتاج محفوظًا على أنه استنتاج سابق.
w-cases-means-expunged = لا تُعرض القضية بعد ذلك. وتبقى قيودها في السجل، وهذه الخطوة قيد منها.
w-cases-tab-all = الكل
w-cases-tab-waiting = بانتظار أحد
w-cases-tab-late = انقضت مهلتها
w-cases-tab-found = صدر استنتاجها
w-cases-tab-closed = المغلقة
w-cases-wait-replied = ردّ { $who }
w-cases-wait-reported = التقرير الميداني من { $who }
w-cases-wait-answered = موقف { $who } من الاستنتاج
w-cases-due = المنتظَر: { $what } · تنتهي المهلة في { $moment }
w-cases-due-passed = { $what }: انقضت المهلة في { $moment }
