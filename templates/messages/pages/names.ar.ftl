# الأماكن والأطراف: الأسماء المعروفة، والأسماء التي تنتظر، وتعليم اسم منها.
w-names-places-lead = الاسم الذي لا يعرفه شيء هنا يُسأل عنه ولا يُخمَّن. وإن عُلِّم مرة عُرف في كل بلاغ.
w-names-parties-lead = أسماء محايدة لمن يفعل ويتكلم. أما ما يطلقه بعض الأطراف على بعض فيبقى في الأدلة.
w-names-unknown = أسماء لا يعرفها أحد هنا بعد
w-names-unknown-lead = ما يُروى عنها لا يدخل في حساب أي منطقة قبل تعليم الاسم
w-names-all-known = كل اسم ورد في البلاغات معروف.
w-names-times = { PLURAL($n) ->
    [zero] لم يرد
    [one] ورد مرة واحدة
    [two] ورد مرتين
    [few] ورد { $n } مرات
    [many] ورد { $n } مرة
   *[other] ورد { $n } مرة
}
w-names-teach = علِّم هذا الاسم
w-names-is-place = أي مكان هو؟
w-names-is-party = من هو؟
w-names-another-place = مكان آخر معروف هنا
w-names-another-party = طرف آخر معروف هنا
w-names-name-or-id = اسم أو معرّف
w-names-new-place = مكان غير معروف هنا بعد
w-names-new-place-hint = قرية أو حي أو معبر
w-names-new-party = طرف غير معروف هنا بعد
w-names-new-party-hint = جماعة أو هيئة أو شخص يتكلم
w-names-no-place = ليس مكانًا أصلًا
w-names-no-place-hint = لن يُسأل عنه مرة أخرى
w-names-no-party = ليس طرفًا أصلًا
w-names-no-party-hint = لن يُسأل عنه مرة أخرى
w-names-outside = مكان خارج المناطق المتابَعة
w-names-outside-hint = لا يُحسب لأي منطقة، ولن يُسأل عنه مرة أخرى
w-names-abroad = خارج المناطق
w-names-far = على بُعد { $km } كم مما يرويه البلاغ
w-names-slip = يختلف بحرف واحد
w-names-also = ويُكتب أيضًا
w-names-ar = الاسم العربي
w-names-en = الاسم الإنكليزي
w-names-en-hint = يكفي كما يُلفظ
w-names-within = يقع في
w-names-head = يتبع
w-names-where = أعرف موقعه
w-names-where-unknown = قد يبقى موقعه بالضبط غير معروف: يُرسم عندئذ بالمنطقة التي تضمه، لا بنقطة أبدًا.
w-names-lat = خط العرض، بالدرجات شمالًا
w-names-lon = خط الطول، بالدرجات شرقًا
w-names-neutral = اسم محايد، كالذي يطلقه على نفسه؛ وما يسميه به غيره يمكن أن يُضاف اسمًا آخر.
w-names-why-local = يعرفه أهل المنطقة
w-names-why-report = كما يتضح من البلاغ
w-names-why-map = كما في خريطة أو قائمة منشورة
w-names-save = حفظ
w-names-then = تُقرأ البلاغات التي تستعمل الاسم من جديد.
w-names-own = من أسماء هذه البعثة
w-names-own-means = أُضيف هنا، وهو قيد في السجل
w-names-known = الأسماء المعروفة هنا
w-names-search = بحث
w-names-search-hint = بأي من اللغتين وبأي إملاء
w-names-any = الكل
w-names-only-own = أسماء هذه البعثة وحدها
w-names-find = ابحث
w-names-none = لا اسم هنا يطابق ذلك.
w-names-none-place = جرّب إملاء آخر، أو أضف المكان أدناه.
w-names-none-party = جرّب إملاء آخر، أو أضف الطرف أدناه.
w-names-aliases = أسماء أخرى
w-names-add-alias = أضف اسمًا آخر
w-names-alias = الاسم كما تكتبه البلاغات
w-names-told = ورد في
w-names-inexact = يُرسم بالمنطقة التي تضمه
w-names-add-place = أضف مكانًا لم يذكره أي بلاغ بعد
w-names-add-party = أضف طرفًا لم يذكره أي بلاغ بعد
w-names-comma = {"، "}
