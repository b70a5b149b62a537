# كلمات الرسوم التي تعرضها الصفحات.

w-pictures-days = الحوادث يومًا بيوم بحسب الحكم عليها، { $days }
w-pictures-excepted = استثناء مسموح به أو مُدَّعى
w-pictures-outside = خارج النطاق أو خارج المدة أو لا ينظمه الاتفاق
w-pictures-open = غير محسوم أو لم يُحكم فيه
w-pictures-window = مدة حددها الاتفاق
w-pictures-point = حوادث أُبلغ عنها في هذا الموضع، ويُكتب عددها إن تعددت
w-pictures-grave = بينها حادثة أوقعت قتلى
w-pictures-precision = في مكان ما داخل الدائرة
w-pictures-thin = المظلَّل بخطوط: البيانات قليلة
