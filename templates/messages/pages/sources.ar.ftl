# المصادر: القائمة، والمصدر الواحد مع درجاته وبلاغاته.
w-sources-lead = مَن يبلّغنا، ومدى الاعتماد على كل مصدر، وعمّن ينقل، ومن انقطعت بلاغاته.
w-sources-any = الكل
w-sources-show = عرض
w-sources-down = قنوات التلقي التي لا تستجيب: { $down } من { $n }. ما تنقله غائب هنا، وليس ذلك هدوءًا.
w-sources-independence = بلاغات أصيلة لا منقولة
w-sources-own = { $own } من { $n }
w-sources-repeats = ينقل عن:
w-sources-last = آخر ما ورد منه
w-sources-first = أول ما ورد منه
w-sources-never = لم يرد منه شيء
w-sources-feed-down = قناة التلقي لا تستجيب
w-sources-silence = الصمت لا يعني الهدوء
w-sources-changed = { PLURAL($n) ->
    [zero] لم تتغير درجته
    [one] تغيّرت درجته مرة
    [two] تغيّرت درجته مرتين
    [few] تغيّرت درجته { $n } مرات
    [many] تغيّرت درجته { $n } مرة
   *[other] تغيّرت درجته { $n } مرة
}
w-sources-protected-means = محمي: تُحفظ هوية من وراءه على حدة ومشفّرة، ولا تظهر في أي صفحة.
w-sources-sealed = لا يفتحها إلا أمين المصادر المكلّف بها.
w-sources-reports = بلاغاته
w-sources-newest = الأحدث أولًا
w-sources-unread = { PLURAL($n) ->
    [zero] لا جملة عن أذى لم تُقرأ
    [one] جملة واحدة عن أذى لم تُقرأ
    [two] جملتان عن أذى لم تُقرآ
    [few] { $n } جمل عن أذى لم تُقرأ
    [many] { $n } جملة عن أذى لم تُقرأ
   *[other] { $n } جملة عن أذى لم تُقرأ
}
w-sources-history = الدرجات
w-sources-regrade = تعديل الدرجة
w-sources-regrade-means = تسري الدرجة الجديدة من الآن على الأرقام والتعزيز، ويبقى ما ورد في ظل الدرجة السابقة على حاله في التاريخ.
w-sources-origins = عمّن ينقل
w-sources-origins-lead = النسخة لا تُعدّ تعزيزًا أبدًا
w-sources-scale = معنى الحروف والأرقام
w-sources-scale-note = مقياس الأدميرالية. الحرف والرقم مستقلان: فقد ينقل مصدر جيد خبرًا مستبعدًا، وينقل مصدر ضعيف خبرًا يؤكده غيره.
w-sources-letter = المصدر
w-sources-digit = ما ينقله
w-sources-digit-none = لم يُعطَ
w-sources-grade-a = موثوق تمامًا
w-sources-grade-b = موثوق عادةً
w-sources-grade-c = موثوق إلى حد ما
w-sources-grade-d = غير موثوق عادةً
w-sources-grade-e = غير موثوق
w-sources-grade-f = لا يمكن الحكم عليه بعد
w-sources-digit-1 = أكده آخرون
w-sources-digit-2 = صحيح على الأرجح
w-sources-digit-3 = ربما كان صحيحًا
w-sources-digit-4 = مشكوك فيه
w-sources-digit-5 = مستبعد
w-sources-digit-6 = لا يمكن الحكم عليه
w-sources-comma = {"، "}
