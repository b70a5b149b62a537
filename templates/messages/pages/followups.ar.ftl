# المتابعة: اللوحة والجدول والتقويم والوعد الواحد.
w-followups-title = الوعود ومتابعتها
w-followups-lead = { PLURAL($n) ->
    [zero] لا وعد ولا مطلب مفتوحًا:
    [one] وعد أو مطلب واحد مفتوح:
    [two] وعدان أو مطلبان مفتوحان، منهما:
    [few] { $n } وعود ومطالب مفتوحة، منها:
    [many] { $n } وعدًا ومطلبًا مفتوحًا، منها:
   *[other] { $n } وعد ومطلب مفتوح، منها:
}
w-followups-lead-undated = { PLURAL($n) ->
    [zero] لا شيء بلا موعد
    [one] واحد بلا موعد
    [two] اثنان بلا موعد
    [few] { $n } بلا موعد
    [many] { $n } بلا موعد
   *[other] { $n } بلا موعد
}
w-followups-lead-overdue = { PLURAL($n) ->
    [zero] لا شيء فات موعده
    [one] واحد فات موعده
    [two] اثنان فات موعدهما
    [few] { $n } فات موعدها
    [many] { $n } فات موعدها
   *[other] { $n } فات موعدها
}
w-followups-lead-nobody = { PLURAL($n) ->
    [zero] لا شيء بلا متابِع
    [one] واحد لا يتابعه أحد
    [two] اثنان لا يتابعهما أحد
    [few] { $n } لا يتابعها أحد
    [many] { $n } لا يتابعها أحد
   *[other] { $n } لا يتابعها أحد
}
w-followups-views = طرق العرض
w-followups-view-board = لوحة
w-followups-view-table = جدول
w-followups-view-calendar = تقويم
w-followups-filter = تصفية
w-followups-words = كلمات فيه
w-followups-all = عرض الكل
w-followups-owner = المتابِع
w-followups-nobody = لا أحد بعد
w-followups-mine = لديّ
w-followups-ics = ملف تقويم (ICS)
w-followups-col-undated = بلا موعد بعد
w-followups-col-undated-means = وُعد به ولم يقل أحد متى
w-followups-col-due = مستحق
w-followups-col-due-means = الآن أو لاحقًا، بحسب العبارة المستعملة
w-followups-col-overdue = فات موعده
w-followups-col-overdue-means = مضى موعده ولم يرد عنه خبر
w-followups-col-done = تمّ
w-followups-col-done-means = بحسب البلاغات، أو بما سجّله شخص
w-followups-col-dropped = رُفع من اللوحة
w-followups-col-dropped-means = رفعه شخص وذكر السبب
w-followups-none = لا شيء
w-followups-more = عرض الباقي
w-followups-was = كان موعده
w-followups-life = آخر ذكر له: { $day }
w-followups-sort-due = الموعد
w-followups-sort-who = الجهة والمضمون
w-followups-sort-status = الوضع
w-followups-sort-last = آخر ذكر
w-followups-today = اليوم
w-followups-undated-lead = ما لا موعد له لا يظهر في أي تقويم
w-followups-empty = لا وعد تنطبق عليه هذه الشروط.
w-followups-empty-more = أزل شرطًا، أو اعرض الكل.
w-followups-former = المواعيد السابقة
w-followups-held-until = بقي هذا الموعد قائمًا حتى { $moment }
w-followups-told = أين ورد
w-followups-told-lead = الأقدم أولًا، بعبارات أصحابها
w-followups-progress = ما ورد بعده
w-followups-progress-lead = اقتراحات: يقرر شخص هل تمثّل تقدّمًا
w-followups-no-progress = لم يرد بعده ما يتصل به.
w-followups-tells-done = يفيد بأنه تمّ
w-followups-change = المتابعة
w-followups-assign = إسناده إلى شخص
w-followups-next-step = الخطوة التالية
w-followups-done = تمّ
w-followups-on = في أي يوم، إن عُرف
w-followups-evidence = ما يثبت ذلك
w-followups-slip = تأجّل
w-followups-slip-note = يبقى الموعد السابق مذكورًا معه.
w-followups-note = ملاحظة
w-followups-drop = رفعه من اللوحة
w-followups-drop-note = سُحب، أو حلّ محله غيره، أو لم يكن وعدًا أصلًا. يبقى في عمود «رُفع من اللوحة» مع السبب، ويمكن إعادته.
w-followups-drop-sure = اضغط ثانية لرفعه
w-followups-save = حفظ
w-followups-history = سجلّ متابعته
