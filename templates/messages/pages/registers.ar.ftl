# ما تقوله السجلات والاشتقاقات والبحث إلى جانب مواضيعها.
w-registers-seen = وُضعت علامة الاطلاع؛ وما يأتي بعدها يُروى في المرة المقبلة.
w-registers-told = مذكور
w-why-kind-origin = مصدر أصلي
w-why-kind-question = سؤال
w-why-kind-patrol = دورية
w-why-kind-ledger = السجل
w-why-kind-cite = مستشهَد به
w-why-kind-reading = قراءة
w-why-running = حصيلة جارية للهدنة
w-why-above = وارد أعلاه كاملًا
w-why-refused = رفضها شخص
w-why-lines = الأسطر { $lines }
w-search-kind-area = منطقة
w-search-kind-incident = حادثة
w-search-kind-follow-up = تعهّد
w-search-kind-case = قضية
w-search-kind-report = بلاغ
w-search-kind-term = بند من الاتفاق
w-search-kind-place = مكان
w-search-kind-party = طرف
w-search-kind-source = مصدر
w-search-kind-question = سؤال
w-search-kind-claim = إفادة
w-search-kind-toll = حصيلة
w-search-kind-ledger = قيد في السجل
w-registers-membership-undetermined = حيث لا يقول النص إن كان أحدٌ ملزَمًا، تبقى الأحكام غير محسومة.
w-registers-membership-presumed-bound = من لم يُسمَّ يُعدّ ملزَمًا.
w-registers-membership-presumed-outside = من لم يُسمَّ يُعدّ غير ملزَم.
w-registers-settlements = في المدن والقرى
w-registers-differ = يختلف المعلنون في موعد البدء أو الانتهاء.
w-registers-area-zone = منطقة
w-registers-area-line = خط
w-registers-area-band = مسافة
w-registers-area-protected = موقع محمي
w-registers-unsure = معروف بدقة { $km } كم
w-registers-silent = { PLURAL($n) ->
    [zero] لا بلاغ منذ أقل من يوم
    [one] لا بلاغ منذ يوم
    [two] لا بلاغ منذ يومين
    [few] لا بلاغ منذ { $n } أيام
    [many] لا بلاغ منذ { $n } يومًا
   *[other] لا بلاغ منذ { $n } يوم
}
w-registers-grade-why-1 = صحّ ما نقله
w-registers-grade-why-2 = لم يصحّ ما نقله
w-registers-grade-why-3 = ينقل عن غيره دون أن يذكره
w-registers-places-source = من قوائم عامة بتراخيصها، ومن قيود هذه البعثة
w-registers-parties-source = من بيانات هذا الإصدار، ومن قيود هذه البعثة
w-registers-same-name = يحمل الاسم نفسه
w-registers-shares-word = يشترك معه في كلمة
w-registers-taught = حُفظ في القيد #{ $entry }، وأُعيدت قراءة البلاغات التي تستعمل الاسم.
w-registers-choose = اختر ما يدل عليه الاسم.
w-registers-nobody = لا شيء هنا باسم { $name }. جرّب كتابة أخرى أو المعرّف.
w-registers-several = يحمل الاسم «{ $name }» أكثر من واحد. اختر المقصود أو اكتب معرّفه.
w-registers-position = اكتب خط العرض وخط الطول معًا بالدرجات، مثل 36.2 و37.1، أو اتركهما فارغين.
w-registers-left = { PLURAL($n) ->
    [zero] بقي أقل من يوم
    [one] بقي يوم واحد
    [two] بقي يومان
    [few] بقيت { $n } أيام
    [many] بقي { $n } يومًا
   *[other] بقي { $n } يوم
}
w-registers-case-why-1 = بموجب الإجراءات
w-registers-case-why-2 = بناءً على طلب الرئيسين المشاركين
w-registers-second-person = لم يؤيده شخص ثانٍ مختلف بعد.
w-registers-key-missing = لم يرد بعد مفتاح { $name } ولا تحفظه.
w-ledger-kind-person = شخص ودوره
w-ledger-kind-mode = وضع المكتب
w-ledger-kind-added = إضافة إفادة
w-registers-zone-note = تُعدّ أيام الهدنة بتوقيت { $zone }، أيًّا كان الاختيار هنا.
w-registers-zone-told = كما ورد
w-registers-keys-all = في كل مكان
w-registers-keys-go = اذهب إلى
w-registers-keys-list = في القوائم
w-registers-key-list = هذه القائمة
w-registers-key-find = ابحث عن أي شيء
w-registers-key-filter = إلى المرشحات
w-registers-key-away = أغلق المفتوح
w-registers-key-next = التالي
w-registers-key-before = السابق
w-registers-key-open = افتح
w-registers-scope-read = القراءة وحدها
w-registers-scope-submit = تقديم البلاغات وحده
w-registers-scope-all = كل ما يجوز لصاحبه إدخاله
w-registers-no-token = لا يُنشئ الرموز إلا شخص سجّل دخوله.
w-registers-not-same = النصّان غير متطابقين.
w-registers-rights-see = يرى
w-registers-rights-enter = يُدخل ويأخذ
w-registers-rights-run = يدير
w-registers-right-see-public = المعلن: مقرّبًا ومتأخرًا
w-registers-right-see-areas = المناطق والمتابعات والاتفاقات والأسماء
w-registers-right-see-incidents = الحوادث وإفاداتها
w-registers-right-see-reports = البلاغات ونصوصها
w-registers-right-see-cases = القضايا؛ وللطرف ما يسمّيه منها
w-registers-right-see-briefs = الموجزات
w-registers-right-see-sources = المصادر ودرجاتها
w-registers-right-see-ledger = السجل وبراهينه
w-registers-right-see-people = الأشخاص والأدوار
w-registers-right-submit = البلاغات والدوريات بلا ملاحظات والأعداد
w-registers-right-code = الإفادات: يضيف ويعدّل ويؤكد ويرفض
w-registers-right-merge = علاقة الحوادث بعضها ببعض، وما تبيّن منها
w-registers-right-grade = درجات المصادر
w-registers-right-follow-up = التعهدات على لوحة المتابعة
w-registers-right-ask = الأسئلة والأجوبة
w-registers-right-case = خطوات القضية حتى المسودة
w-registers-right-finding = الاستنتاجات: يضعها ويؤيدها ويتحفظ عليها وينشرها
w-registers-right-reply = الرد باسم طرف، وموقفه
w-registers-right-names = الأماكن والأطراف وأسماؤها
w-registers-right-compose = إعداد الموجزات
w-registers-right-freeze = تجميد موجز
w-registers-right-export = أخذ الجداول والبلاغات المشروحة
w-registers-right-rights = إنشاء الأشخاص ومنح الأدوار
w-registers-right-mode = تحديد وضع المكتب
w-registers-right-own = إعداداته وعمليات بحثه المحفوظة ورموزه
w-frame-role-keeper = أمين المصادر
