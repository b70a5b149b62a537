# ما تقوله صفحات البلاغات وقائمة المراجعة والمتابعة والمهام والاستقبال مما ليس في قوالبها.
w-work-read-rule = وجدت قاعدة من قواعد القارئ أن هذه الألفاظ تقول ذلك.
w-work-read-person = أضافها شخص، ولم يجدها أي قارئ.
w-work-field-count = العدد
w-work-field-side = من أي طرف
w-work-field-parties = هدنة من
w-work-note-unread-harm = «{ $words }» لفظ يدل على أذى أو هدنة، ولم تُستخلص منه إفادة.
w-work-note-unknown-place = الاسم «{ $words }» ليس في أي قائمة للأماكن.
w-work-note-ambiguous-place = عدة أماكن اسمها «{ $words }»، ولم يُختر أيٌّ منها.
w-work-note-unresolved = لم يتبيّن المقصود بـ«{ $words }».
w-work-note-unread-language = لا يعرف أي قارئ هذه اللغة: بقيت الألفاظ كما هي ولم تُقرأ.
w-work-note-cut = النص أطول مما يأخذه القارئ، وما بعد ذلك لم يُقرأ.
w-work-why-confirm-1 = الألفاظ تقول ذلك
w-work-why-confirm-2 = روجعت على النص كله
w-work-why-refuse-1 = الألفاظ لا تقول ذلك
w-work-why-refuse-2 = يتحدث عن وقت آخر
w-work-why-refuse-3 = تكرار لإفادة أخرى
w-work-why-refuse-4 = يتحدث عن أمر آخر
w-work-why-correct-1 = الألفاظ تقول غير ذلك
w-work-why-add-1 = لم تُقرأ
w-work-why-none-1 = الألفاظ لا تفيد شيئًا
w-work-why-name-1 = معروف لدى البعثة
w-work-why-no-place-1 = ليس اسم مكان
w-work-why-outside-1 = خارج المناطق المتابَعة
w-work-why-no-party-1 = ليس اسم أحد
w-work-why-ask-1 = لازم للحسم
w-work-why-done-1 = يرويه بلاغ
w-work-why-done-2 = أكّدته الأطراف
w-work-why-partly-1 = يُروى جزء منه
w-work-why-slip-1 = ورد موعد لاحق
w-work-why-drop-1 = سُحب
w-work-why-drop-2 = حلّ محله غيره
w-work-why-drop-3 = ليس وعدًا
w-work-waits = { PLURAL($n) ->
    [zero] وصلت اليوم
    [one] تنتظر منذ يوم
    [two] تنتظر منذ يومين
    [few] تنتظر منذ { $n } أيام
    [many] تنتظر منذ { $n } يومًا
   *[other] تنتظر منذ { $n } يوم
}
w-work-here-toll = رقم ضحايا لم يؤكده أحد
w-work-here-act = عمل عنف لم يؤكده أحد
w-work-here-word = إفادة لم يراجعها أحد
w-work-here-unsure = القارئ نفسه غير واثق منها
w-work-here-pair = متقاربتان في: { $parts }
w-work-here-figures = مصادر مستقلة تعطي أرقامًا لا تلتقي
w-work-here-contested = مصادر مستقلة يناقض بعضها بعضًا
w-work-here-judgement = تأكيد من شخص يجعله أكثر من محتمل
w-work-here-unverifiable = سُئل عنها وما زالت مفتوحة
w-work-contested = مختلف عليه: لا تُعرض قيمة
w-work-found-open = لا يمكن إصدار حكم بما ورد حتى الآن.
w-work-name = مكان اسمه «{ $name }»
w-work-last = آخر ما قررت: { $what }
w-work-none-asked = هل يفيد هذا شيئًا: «{ $words }»؟
w-work-left-open = تُرك مفتوحًا، والسؤال باقٍ بين مهامك.
w-work-words-none = هذه الألفاظ ليست في النص. اخترها فيه أو انسخها كما هي.
w-work-words-often = ترد هذه الألفاظ في النص { $n } مرات. اخترها فيه ليتبيّن المقصود.
w-work-weekday-long-1 = الاثنين
w-work-weekday-short-1 = الاثنين
w-work-weekday-long-2 = الثلاثاء
w-work-weekday-short-2 = الثلاثاء
w-work-weekday-long-3 = الأربعاء
w-work-weekday-short-3 = الأربعاء
w-work-weekday-long-4 = الخميس
w-work-weekday-short-4 = الخميس
w-work-weekday-long-5 = الجمعة
w-work-weekday-short-5 = الجمعة
w-work-weekday-long-6 = السبت
w-work-weekday-short-6 = السبت
w-work-weekday-long-7 = الأحد
w-work-weekday-short-7 = الأحد
w-work-zone = الأوقات بفارق { $offset } عن التوقيت العالمي
w-work-text-long = أطول من 20,000 حرف. اختصره أو أرفقه ملفًا.
w-work-need-reached = اذكر هل أمكن الوصول إلى المكان.
w-work-files-many = لا يُرفق بالبلاغ أكثر من { $n } ملفات.
w-work-file-large = أحد الملفات أكبر من { $size }.
w-work-area-unknown = هذه المنطقة ليست في أي قائمة. اختر من المعروض وصف المكان تحتها.
w-work-where-told = أين «{ $name }»؟ يقول صاحب البلاغ: { $words }
w-work-import-format = ليس هذا ملفًا من النموذج الذي يعمل بلا شبكة، أو هو من نوع أحدث.
w-work-import-phrase = لا يُفتح الملف: العبارة غير صحيحة، أو تغيّر الملف في الطريق. اطلب العبارة من المرسل مرة أخرى.
w-work-import-none = اختر ملفًا.
w-work-import-unread = هذا البلاغ ليس كما يكتبه النموذج: { $what }
w-work-import-attachment = الملف «{ $name }» ليس ما سجّله الجهاز: تغيّر في الطريق.
w-work-import-next = لا يمسّ ذلك بقية ما في الملف. اطلب هذا البلاغ مرة أخرى.
