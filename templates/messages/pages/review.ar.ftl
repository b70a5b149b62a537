# قائمة المراجعة.
w-review-title = ما يحتاج إلى شخص
w-review-lead = القراءة الآلية تنبّه وتقترح. هنا تصير كلمة يقولها شخص، أو تُصحَّح.
w-review-tabs = أقسام القائمة
w-review-new = جديد
w-review-duplicates = لعلها واحدة
w-review-conflicts = تعارض
w-review-low-confidence = ثقة ضعيفة
w-review-unread = أذى لم يُقرأ
w-review-names = أسماء مجهولة
w-review-judgements = أحكام
w-review-unverifiable = يتعذر التحقق
w-review-tab-new = إفادات لم ينظر فيها أحد بعد. أرقام الضحايا تُؤكَّد واحدًا واحدًا.
w-review-tab-duplicates = حادثتان قد تكونان واحدة. لا يضيع شيء بأي من الجوابين: يمكن التراجع عن كل منهما.
w-review-tab-conflicts = مصادر يناقض بعضها بعضًا. يبقى ذلك كله، والمعروض تختاره قاعدة.
w-review-tab-low-confidence = إفادات لا يثق بها القارئ الآلي نفسه.
w-review-tab-unread = جمل فيها ألفاظ تدل على أذى أو هدنة ولم تُستخلص منها إفادة. إما أنها تفيد بشيء أو لا: لا بد أن ينظر فيها شخص.
w-review-tab-names = أسماء ليست في أي قائمة للأماكن. لا تُخمَّن أبدًا، وما تعلّمه هنا يُعرف من الآن فصاعدًا.
w-review-tab-judgements = أحكام يغيّرها تأكيد من شخص.
w-review-tab-unverifiable = حوادث تنتظر ما قد لا يستطيع أحد إثباته.
w-review-order = الأثقل أولًا: الأذى المروي مضروبًا في مدة الانتظار.
w-review-any = الكل
w-review-narrow = تضييق
w-review-why = سبب وجوده هنا:
w-review-weight = الأذى في مدة الانتظار: { $weight } من الأثقل
w-review-score = درجة التشابه { $score }
w-review-copies = { PLURAL($n) ->
    [zero] لا نسخ من المصدر نفسه
    [one] يسري القرار أيضًا على نسخة واحدة من المصدر نفسه
    [two] يسري القرار أيضًا على نسختين من المصدر نفسه
    [few] يسري القرار أيضًا على { $n } نسخ من المصدر نفسه
    [many] يسري القرار أيضًا على { $n } نسخة من المصدر نفسه
   *[other] يسري القرار أيضًا على { $n } نسخة من المصدر نفسه
}
w-review-claimant = القائل
w-review-open-incident = افتح الحادثة
w-review-ask = اسأل أحدًا
w-review-tried = ما جُرّب
w-review-name-seen = { PLURAL($n) ->
    [zero] لا بلاغ يذكره
    [one] في بلاغ واحد
    [two] في بلاغين
    [few] في { $n } بلاغات
    [many] في { $n } بلاغًا
   *[other] في { $n } بلاغ
}
w-review-name-means = «{ $name }» هو
w-review-name-leave = لا أحد هنا يعرفه: يُسأل عنه ويبقى مفتوحًا
w-review-name-note = يُعرف من الآن في كل البلاغات، قديمها وجديدها.
w-review-name-do = علّمه
w-review-name-new = ليس في أي قائمة: أضف مكانًا
w-review-unread-add = أضف ما تفيد به
w-review-unread-none = لا تفيد بشيء
w-review-key-move = التالي والسابق
w-review-key-open = فتح
w-review-empty = لا شيء ينتظر هنا.
w-review-empty-more = لا يعني ذلك هدوءًا، بل أن كل ما ورد حتى الآن قد نُظر فيه.
