# قائمة الحوادث.
w-incidents-title = الحوادث
w-incidents-saved = عمليات بحث محفوظة
w-incidents-fresh = الجديد: { $n }
w-incidents-new = جديد
w-incidents-views = طريقة عرض النتيجة
w-incidents-view-table = جدول
w-incidents-view-cards = بطاقات
w-incidents-view-map = خريطة
w-incidents-view-timeline = خط زمني
w-incidents-filters = التصفية
w-incidents-drop = أزل هذا الشرط
w-incidents-clear = كل الحوادث
w-incidents-none = لا حادثة تطابق هذه الشروط حتى { $moment }.
w-incidents-none-more = هذا يدل على ما قُرئ لا على ما جرى. أزل شرطًا، أو انظر في العبارات التي تذكر أذى ولم يُقرأ منها شيء.
w-incidents-denied = ورد نفيها
w-incidents-case = قضية: { $stage }
w-incidents-no-toll = لم تُذكر حصيلة
w-incidents-map-note = تُرسم كل حادثة بقدر ما يُعرف مكانها: دائرة للبلدة، والمنطقة كلها للمحافظة، ولا يوضع دبوس لأي منهما.
w-incidents-map-coarse = { PLURAL($n) ->
    [zero] لا حادثة منها يُعرف مكانها بالمنطقة وحدها.
    [one] حادثة واحدة منها يُعرف مكانها بالمنطقة وحدها.
    [two] حادثتان منها يُعرف مكانهما بالمنطقة وحدها.
    [few] { $n } حوادث منها يُعرف مكانها بالمنطقة وحدها.
    [many] { $n } حادثة منها يُعرف مكانها بالمنطقة وحدها.
   *[other] { $n } حادثة منها يُعرف مكانها بالمنطقة وحدها.
}
w-incidents-timeline = الحوادث اليومية بحسب الحكم
w-incidents-other-verdicts = أحكام أخرى أو بلا حكم
w-incidents-export = النتيجة نفسها بصيغة
w-incidents-sort = الترتيب
w-incidents-from = من
w-incidents-to = إلى
w-incidents-apply = اعرض
w-incidents-save = احتفظ بهذا البحث
w-incidents-save-name = الاسم
w-incidents-save-do = حفظ
w-incidents-digest = أبلغني كل صباح بما استجدّ فيه
w-incidents-f-words = كلمات أو أسماء أو معرّفات
w-incidents-f-area = المنطقة
w-incidents-f-place = المكان
w-incidents-f-days = الأيام
w-incidents-f-act = الفعل
w-incidents-f-actor = الفاعل
w-incidents-f-target = المستهدف
w-incidents-f-deaths = القتلى، على الأقل
w-incidents-f-corroboration = التعزيز
w-incidents-f-verdict = الحكم
w-incidents-f-term = بند الاتفاق
w-incidents-f-reviewed = المراجعة
w-incidents-f-source = المصدر
w-incidents-f-origins = المصادر المستقلة، على الأقل
w-incidents-f-case = القضية
w-incidents-f-denied = النفي
w-incidents-f-questions = الأسئلة المفتوحة
w-incidents-sort-harm = بحسب عدد القتلى
w-incidents-sort-new = الأحدث أولًا
w-incidents-sort-day = بحسب اليوم
w-incidents-any = الكل
w-incidents-timeline-day = الحوادث يومًا بيوم، بحسب الحكم
w-incidents-timeline-week = الحوادث أسبوعًا بأسبوع، بحسب الحكم
w-incidents-timeline-month = الحوادث شهرًا بشهر، بحسب الحكم
w-incidents-timeline-most = { PLURAL($n) ->
    [zero] لا حوادث
    [one] أعلى عمود: حادثة واحدة
    [two] أعلى عمود: حادثتان
    [few] أعلى عمود: { $n } حوادث
    [many] أعلى عمود: { $n } حادثة
   *[other] أعلى عمود: { $n } حادثة
}
w-incidents-timeline-how = كل عمود رابط إلى حوادثه، والزمن من اليسار إلى اليمين.
w-incidents-timeline-drag = اسحب على الأعمدة لاختيار مدة، أو استعمل Shift مع السهمين ثم Enter.
w-incidents-timeline-context = الأعمدة الباهتة خارج المدة المختارة.
w-incidents-picked = المدة المختارة:
