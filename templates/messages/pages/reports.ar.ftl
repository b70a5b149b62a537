# قائمة البلاغات.
w-reports-lead = كل ما ورد محفوظ كما ورد، وإلى أين وصل كل بلاغ. وما لم يفهمه أحد مذكور أيضًا.
w-reports-tabs = أي البلاغات
w-reports-tab-all = الكل
w-reports-tab-unread = ألفاظ أذى ولم يُقرأ شيء
w-reports-tab-asked = سؤال مفتوح
w-reports-tab-rejected = المرفوضة
w-reports-words = كلمات
w-reports-language = اللغة
w-reports-any = الكل
w-reports-show = اعرض
w-reports-published = نُشر في { $day }
w-reports-copy = يكرر
w-reports-unread = أذى لم يُقرأ
w-reports-none = لا بلاغ يطابق ذلك.
w-reports-none-more = هذا يخص ما ورد هنا، لا ما حدث.
w-reports-counted = { $units } = محفوظ { $stored } + موجود من قبل { $duplicate } + مرفوض { $rejected }، ولكل رفض سببه. لا يسقط شيء من دون ذكره.
