# النظرة العامة.
w-overview-title = الهدنة في كل منطقة
w-overview-lead = منهارة في { $collapsed }، ومتوترة في { $strained }، وصامدة في { $holding }؛ والبيانات غير كافية للحكم في { $untold }، وغير المشمول بالهدنة { $uncovered }. ولا حال واحدة للبلد كله.
w-overview-comma = ،
w-overview-no-areas = الاتفاق المتابَع لا يسمّي مناطق، أو لا اتفاق متابَعًا.
w-overview-sources-down = لم يُسمع شيء منذ يومين من { $down } من أصل { $of } مصادر: قد يغيب عمّا يلي ما كانت ستنقله.
w-overview-areas-lead = الأسوأ أولًا
w-overview-week = 7 أيام مقابل السبعة قبلها
w-overview-deaths = القتلى في 7 أيام
w-overview-sources = مصادر مستقلة
w-overview-spark = الأحداث اليومية في { $area } خلال 28 يومًا
w-overview-trend-up = في ازدياد
w-overview-trend-down = في تراجع
w-overview-trend-level = من دون تغيّر يُذكر
w-overview-against = الأحداث { $last }، وقبلها { $before }
w-overview-silent = صمت لا هدوء
w-overview-counted = الأيام المحصاة: { $n } من 7
w-overview-why = لماذا هذه الحال
w-overview-counted-head = ما احتُسب
w-overview-left-out = ما لم يُحتسب
w-overview-left-other = { PLURAL($n) ->
    [zero] لا أحداث من حرب أخرى
    [one] حدث واحد من حرب أخرى، بين غير أطراف الاتفاق
    [two] حدثان من حرب أخرى، بين غير أطراف الاتفاق
    [few] { $n } أحداث من حرب أخرى، بين غير أطراف الاتفاق
    [many] { $n } حدثًا من حرب أخرى، بين غير أطراف الاتفاق
   *[other] { $n } حدث من حرب أخرى، بين غير أطراف الاتفاق
}
w-overview-left-unconfirmed = { PLURAL($n) ->
    [zero] لا حوادث بلا تأكيد من مراجعة بشرية
    [one] حادثة واحدة لم تؤكدها مراجعة بشرية: قد تنبّه، لكنها لا تكفي وحدها لوصف الهدنة بالمنهارة
    [two] حادثتان لم تؤكدهما مراجعة بشرية: قد تنبّهان، لكنهما لا تكفيان وحدهما لوصف الهدنة بالمنهارة
    [few] { $n } حوادث لم تؤكدها مراجعة بشرية: قد تنبّه، لكنها لا تكفي وحدها لوصف الهدنة بالمنهارة
    [many] { $n } حادثة لم تؤكدها مراجعة بشرية: قد تنبّه، لكنها لا تكفي وحدها لوصف الهدنة بالمنهارة
   *[other] { $n } حادثة لم تؤكدها مراجعة بشرية: قد تنبّه، لكنها لا تكفي وحدها لوصف الهدنة بالمنهارة
}
w-overview-would-change = ما الذي يغيّرها
w-overview-reviewed = { PLURAL($n) ->
    [zero] تستند إلى الإحصاءات وحدها، لا إلى إفادة من بلاغ.
    [one] تستند إلى إفادة واحدة، والمؤكَّد منها بمراجعة بشرية: { $confirmed }.
    [two] تستند إلى إفادتين، والمؤكَّد منهما بمراجعة بشرية: { $confirmed }.
    [few] تستند إلى { $n } إفادات، والمؤكَّد منها بمراجعة بشرية: { $confirmed }.
    [many] تستند إلى { $n } إفادة، والمؤكَّد منها بمراجعة بشرية: { $confirmed }.
   *[other] تستند إلى { $n } إفادة، والمؤكَّد منها بمراجعة بشرية: { $confirmed }.
}
w-overview-whole = المنطقة كاملة
w-overview-warnings = ما يُتوقع
w-overview-warnings-lead = تسع نتائج من عشر، ونتيجة من اثنتين، والوسيط
w-overview-no-warnings = لا يمكن استشراف حال أي منطقة: المحصى قليل جدًا.
w-overview-warning = من { $low } إلى { $high } من الأحداث بين الأطراف خلال الأيام الـ{ $days } المقبلة (90%)، واحتمال أن تزيد على { $median } يساوي احتمال أن تقل.
w-overview-chance = احتمال أن تزيد على الأسبوع الماضي: { $chance }.
w-overview-drivers = بفعل
w-overview-due = أقرب المواعيد
w-overview-due-lead = فات موعده { $overdue }، وبلا موعد { $undated }
w-overview-no-due = لا وعد مفتوحًا.
w-overview-all-followups = { PLURAL($n) ->
    [zero] لا متابعات مفتوحة
    [one] المتابعة المفتوحة الوحيدة
    [two] المتابعتان المفتوحتان
    [few] المتابعات المفتوحة كلها، وعددها { $n }
    [many] المتابعات المفتوحة كلها، وعددها { $n }
   *[other] المتابعات المفتوحة كلها، وعددها { $n }
}
w-overview-ribbon = يومًا بيوم
