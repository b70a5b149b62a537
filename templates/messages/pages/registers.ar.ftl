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
w-registers-several = يحمل الاسم { $name } أكثر من واحد. اختر المقصود أو اكتب معرّفه.
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
