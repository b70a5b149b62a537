# ما تغيّر منذ آخر اطلاع.
w-changes-title = ما تغيّر
w-changes-since = منذ
w-changes-show = عرض
w-changes-last = منذ آخر اطلاع لي
w-changes-day = 24 ساعة
w-changes-week = 7 أيام
w-changes-seen = اطّلعت على هذا
w-changes-kinds = أنواع التغيّر
w-changes-all = عرضها كلها
w-changes-none = لم يتغيّر شيء منذ { $moment }.
w-changes-none-more = هذا يصف ما وصل من بلاغات، لا ما جرى على الأرض.
w-changes-overtaken = تجاوز ما يلي موجزًا مجمَّدًا. يبقى ذلك الموجز كما هو؛ وينبغي إعداد موجز جديد.
