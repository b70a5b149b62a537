# لماذا: من الرقم إلى جمله وبلاغاته وبصماتها.
w-why-title = لماذا: { $what }
w-why-kicker = ما يستند إليه هذا
w-why-trail = من المعروض إلى البايتات كما وردت
w-why-page = فتح صفحته
w-why-below-claim = البلاغ الذي وردت فيه وبصمته، وكيف قُرئت
w-why-bytes = كما ورد
w-why-archived = نسخة محفوظة
w-why-read-rule = استخلصتها قاعدة
w-why-read-model = استخلصها النموذج المدرَّب وحده
w-why-read-both = استخلصتها قاعدة، ووافقها النموذج المدرَّب
w-why-read-person = أضافها شخص
w-why-more = { PLURAL($n) ->
    [zero] لا مزيد
    [one] واحد آخر
    [two] اثنان آخران
    [few] { $n } أخرى
    [many] { $n } أخرى
   *[other] { $n } أخرى
}
w-why-nothing = لا يستند إلى أي إفادة أو بلاغ.
w-why-up = ما يُبنى عليه
w-why-check = التحقق من دون هذا المكتب
w-why-check-how = النتيجة نفسها من المخزن وحده:
w-why-kind-claim = إفادة
w-why-kind-report = بلاغ
w-why-kind-incident = حادثة
w-why-kind-area = حال منطقة
w-why-kind-toll = حصيلة
w-why-kind-follow-up = وعد
w-why-kind-counts = إحصاءات
w-why-kind-agreement = اتفاق
w-why-kind-sentence = جملة من الموجز
w-why-kind-reason = سبب
w-why-kind-judgement = حكم
w-why-kind-decision = قرار شخص
w-why-kind-case = قضية
