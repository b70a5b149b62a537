# ما قد تقوله كل صفحة وليس لموضوع بعينه.
w-core-not-found = لا شيء على هذا العنوان.
w-core-method = لا يقبل هذا العنوان طلبًا من هذا النوع.
w-core-csrf = الاستمارة قديمة أو جاءت من موقع آخر. عُد إلى الصفحة وحمّلها من جديد ثم أرسلها مرة أخرى.
w-core-too-large = هذا أكثر مما يُقبل دفعة واحدة. أرسله على أجزاء.
w-core-timeout = استغرق الأمر وقتًا طويلًا. حاول مجددًا؛ ما سُجّل قبل ذلك باقٍ.
w-core-busy = الخادم مشغول الآن بأقصى ما يستطيع من الطلبات. انتظر ثواني ثم أعد المحاولة.
w-core-too-many = وردت من عنوانك طلبات كثيرة. انتظر قليلًا.
w-core-form = تعذّر فهم الاستمارة. عُد وأرسلها من جديد.
w-core-as-of = الوقت الوارد في العنوان غير صحيح. اكتبه هكذا: 2016-05-03T21:00:00+03:00.
w-core-version = صار لما عدّلتَه إصدار آخر. حمّله من جديد.
w-core-conflict = غيّره شخص آخر في هذه الأثناء.
w-core-ours = تعذّر إعداد الصفحة. الخلل من عندنا، ولم يضع شيء.
w-core-guest-name = زائر
w-core-undone-why = سُجّل خطأً
w-core-undone = أُلغي، والقيد #{ $entry } يثبت ذلك.
w-core-done = تمّ، والقيد #{ $entry } يثبته.
w-core-takes-back = { PLURAL($n) ->
    [zero] لا يلغي أي قيد
    [one] يلغي قيدًا واحدًا
    [two] يلغي قيدين أُدخلا معًا
    [few] يلغي { $n } قيود أُدخلت معًا
    [many] يلغي { $n } قيدًا أُدخلت معًا
   *[other] يلغي { $n } قيد أُدخلت معًا
}
w-core-scope = لا يمنح هذا الرمز هذا الحق.
w-core-saved = حُفظ.
w-core-dropped = أُزيل.
w-core-decided = ما تقرّر
w-core-pair-why-1 = الفعل والمكان والوقت نفسها
w-core-pair-why-2 = بلاغ آخر عن الحدث نفسه
w-core-pair-why-3 = مكان آخر
w-core-pair-why-4 = وقت آخر
w-core-pair-why-5 = ما رُوي لا يكفي
w-core-not-the-same = يجب أن تكون الكلمتان متطابقتين.
w-core-key-find = ابحث عن أي شيء
w-core-key-filter = إلى المرشّح
w-core-key-next = التالي، السابق
w-core-key-open = افتح
w-core-key-close = أغلق
w-incidents-f-confirmed = مؤكَّدة بمراجعة بشرية
w-incidents-f-flag = علامات
w-incidents-f-precision = دقة المكان
w-core-yes-no-yes = نعم
w-core-yes-no-no = لا
w-core-review-no = لم تُراجع
w-core-review-partly = جزئيًا
w-core-review-yes = كاملة
w-core-level-unknown = غير معروف
w-told-no-reason = لم يُذكر سبب. اختر سببًا معتادًا أو اكتبه في سطر.
w-unknown = ابحث عنه في خانة البحث أعلاه
w-core-no-place = مكان لم يُذكر
w-told-not-here = هذا لمن يرى المناطق كلها؛ والصفحات تعرض ما هو لك.
level-none = غير معروفة
