# إطار كل صفحة، والقطع التي تشترك فيها صفحات عدة.
w-frame-product = هدنة
w-frame-nav = الأقسام
w-frame-menu = القائمة
w-frame-skip = إلى المحتوى
w-frame-find = بحث
w-frame-find-label = ابحث عن أي شيء
w-frame-find-hint = مكان أو معرّف أو اسم أو كلمات
w-frame-waiting-here = بانتظارك:
w-frame-sign-in = تسجيل الدخول
w-frame-sign-out = تسجيل الخروج
w-frame-guest = ضيف المثال
w-frame-tasks = مهامي
w-frame-settings = الإعدادات
w-frame-keys = لوحة المفاتيح
w-frame-mode-read-only = للقراءة فقط.
w-frame-mode-read-only-means = كل شيء متاح للقراءة، ولا يمكن إدخال شيء إلى أن يعيد أحد مديري النظام فتح المكتب.
w-frame-mode-closed = مغلق.
w-frame-mode-closed-means = العمل هنا متاح حاليًا للمسؤولين وحدهم.
w-frame-example-short = هذا مثال مركّب جزئيًا. ما معنى ذلك؟
w-frame-undo = تراجع
w-frame-undone = أُبطل بالقيد #{ $entry }
w-frame-waiting = { PLURAL($n) ->
    [zero] لا قيود تنتظر في السجل.
    [one] في السجل قيد واحد لم يدخل بعد في المعروض هنا.
    [two] في السجل قيدان لم يدخلا بعد في المعروض هنا.
    [few] في السجل { $n } قيود لم تدخل بعد في المعروض هنا.
    [many] في السجل { $n } قيدًا لم تدخل بعد في المعروض هنا.
   *[other] في السجل { $n } قيد لم تدخل بعد في المعروض هنا.
}
w-frame-head = { PLURAL($size) ->
    [zero] السجل: لا قيود، ورأسه
    [one] السجل: قيد واحد، ورأسه
    [two] السجل: قيدان، ورأسه
    [few] السجل: { $size } قيود، ورأسه
    [many] السجل: { $size } قيدًا، ورأسه
   *[other] السجل: { $size } قيد، ورأسه
}
w-frame-rules = القواعد
w-frame-api = واجهة البرمجة
w-frame-thin = بيانات قليلة
w-frame-thin-means = بيانات قليلة: أقل من عشرة أحداث قبل الهدنة، أو أيام لم تُحصَ، أو لا بلاغ في سبعة أيام
w-frame-grade = الدرجة { $grade }
w-frame-to-sentence = إلى الجملة التي تقول ذلك
w-frame-low-high = أدنى رقم وأعلى رقم وردا
w-frame-pages = الصفحات
w-frame-shown-from = المعروض من { $from } إلى { $to }، والمجموع { $total }
w-frame-shown-all = { PLURAL($n) ->
    [zero] لا شيء
    [one] المجموع: واحد
    [two] المجموع: اثنان
    [few] المجموع: { $n }، معروضة كلها
    [many] المجموع: { $n }، معروضة كلها
   *[other] المجموع: { $n }، معروضة كلها
}
w-frame-prev = السابق
w-frame-next = التالي
w-frame-required = (مطلوب)
w-frame-reason = السبب
w-frame-reason-own = بعبارتي
w-frame-reason-line = في سطر واحد
w-frame-machine-gloss = شرح آلي
w-frame-group-situation = الوضع
w-frame-group-work = العمل
w-frame-group-registers = القوائم
w-frame-group-proof = الإثبات
w-frame-nav-overview = نظرة عامة
w-frame-nav-changes = ما تغيّر
w-frame-nav-incidents = الحوادث
w-frame-nav-reports = البلاغات
w-frame-nav-submit = تقديم بلاغ
w-frame-nav-review = المراجعة
w-frame-nav-tasks = مهامي
w-frame-nav-followups = المتابعة
w-frame-nav-cases = القضايا
w-frame-nav-agreements = الاتفاقات
w-frame-nav-sources = المصادر
w-frame-nav-places = الأماكن
w-frame-nav-parties = الأطراف
w-frame-nav-briefs = الموجزات
w-frame-nav-ledger = السجل
w-frame-nav-people = الأشخاص
w-frame-role-public = الجمهور
w-frame-role-monitor = مراقب
w-frame-role-analyst = محلل
w-frame-role-reviewer = مراجع
w-frame-role-party = طرف
w-frame-role-co-chair = رئيس مشارك
w-frame-role-envoy = مكتب المبعوث
w-frame-role-source-keeper = أمين المصادر
w-frame-role-administrator = مدير النظام
