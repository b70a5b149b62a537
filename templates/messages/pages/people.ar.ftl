# الأشخاص والأدوار والرموز والحقوق ووضع المكتب.
w-people-lead = من يعمل هنا، وما يحق لكل دور. وكل تعديل محفوظ مع صاحبه وسببه.
w-people-parts = أجزاء هذه الصفحة
w-people-named = لا يعمل هنا أحد بلا اسم
w-people-last = آخر حضور
w-people-you = أنت
w-people-active = مفتوح
w-people-invited = مدعو لم يفتح الرابط بعد
w-people-closed = مغلق
w-people-n-tokens = { PLURAL($n) ->
    [zero] لا رموز
    [one] رمز واحد
    [two] رمزان
    [few] { $n } رموز
    [many] { $n } رمزًا
   *[other] { $n } رمز
}
w-people-change = تعديل
w-people-set-role = إعطاء هذا الدور
w-people-new-link = رابط جديد لتعيين كلمة المرور
w-people-n-sessions = { PLURAL($n) ->
    [zero] لا جلسة مفتوحة
    [one] جلسة واحدة مفتوحة
    [two] جلستان مفتوحتان
    [few] { $n } جلسات مفتوحة
    [many] { $n } جلسة مفتوحة
   *[other] { $n } جلسة مفتوحة
}
w-people-sign-out = تسجيل خروجه في كل مكان
w-people-sign-out-means = ينهي كل جلساته فورًا. ويبقى الحساب مفتوحًا ورموزه سارية.
w-people-signed-out = سُجّل خروجه في كل مكان.
w-people-close = إغلاق هذا الحساب
w-people-close-means = يُسجَّل خروجه فورًا وتُلغى رموزه. ويبقى ما أدخله باسمه.
w-people-invite = دعوة شخص
w-people-invite-means = يُنشأ رابط يعمل مرة واحدة ولسبعة أيام. سلّمه إليه بطريق تثق به، إذ لا يمكن إرساله من هنا.
w-people-name-hint = كما سيظهر بجانب ما يُدخله
w-people-speaks-for = يتكلم باسم
w-people-not-a-party = لا طرف
w-people-area = المنطقة، للمراقب
w-people-every-area = كل المناطق
w-people-invite-do = إنشاء الرابط
w-people-made = أُنشئ رابط الدعوة: { $name }.
w-people-link-once = يُعرض هذا الرابط مرة واحدة. انسخه الآن.
w-people-link-until = يعمل حتى { $moment }
w-people-tokens = رموز واجهة البرمجة
w-people-tokens-lead = للبرامج؛ ولا يحق للرمز أكثر مما يحق لصاحبه
w-people-owner = صاحبه
w-people-scope = يحق له
w-people-used = آخر استعمال
w-people-until = حتى
w-people-never = لم يُستعمل
w-people-no-end = بلا نهاية
w-people-revoke = إلغاء
w-people-no-tokens = لا رموز.
w-people-token-made = أُنشئ الرمز «{ $name }».
w-people-token-once = يُعرض مرة واحدة ولا يمكن قراءته ثانية.
w-people-rights = من يحق له ماذا
w-people-rights-lead = يقرره المحرك، وتسأله الصفحات وواجهة البرمجة
w-people-right = الحق
w-people-rights-note = الهوية المختومة لا يفتحها إلا أمين المصادر المكلّف بها، لا أي دور آخر، ولا مدير النظام.
w-people-mode = وضع المكتب
w-people-mode-since = منذ { $moment }، ضبطه { $name }
w-people-mode-normal = عادي
w-people-mode-normal-means = يعمل الجميع كلٌّ بحسب دوره.
w-people-mode-read-only = للقراءة فقط
w-people-mode-read-only-means = كل شيء متاح للقراءة، ولا يُدخل شيء.
w-people-mode-closed = مغلق
w-people-mode-closed-means = للمسؤولين وحدهم، ويرى غيرهم أن المكتب مغلق.
w-people-mode-set = ضبط الوضع
w-people-comma = {"، "}
