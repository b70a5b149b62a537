# صفحة الحادثة الواحدة.
w-incident-unconfirmed = لم تؤكدها مراجعة بشرية
w-incident-not-told = لم يُذكر
w-incident-how = كيف اختير هذا الرقم
w-incident-told-by = رواها
w-incident-in-reports = { PLURAL($n) ->
    [zero] لا بلاغ
    [one] في بلاغ واحد
    [two] في بلاغين
    [few] في { $n } بلاغات
    [many] في { $n } بلاغًا
   *[other] في { $n } بلاغ
}
w-incident-parts = أجزاء هذه الصفحة
w-incident-claims = ما أفادت به المصادر
w-incident-claims-lead = لكل مصدر مستقل عمود، وتحته البلاغات التي تنقل عنه
w-incident-field = الحقل
w-incident-shown = المعروض
w-incident-prints = { PLURAL($n) ->
    [zero] لا بلاغ
    [one] بلاغ واحد
    [two] بلاغان، ومصدر واحد
    [few] { $n } بلاغات، ومصدر واحد
    [many] { $n } بلاغًا، ومصدر واحد
   *[other] { $n } بلاغ، ومصدر واحد
}
w-incident-copy = نسخة
w-incident-repeated = { PLURAL($n) ->
    [zero] ورد مرة واحدة
    [one] ورد مرة أخرى
    [two] ورد مرتين أخريين
    [few] ورد { $n } مرات أخرى
    [many] ورد { $n } مرة أخرى
   *[other] ورد { $n } مرة أخرى
}
w-incident-tolls = الحصيلة
w-incident-tolls-lead = كل رقم ورد محفوظ؛ وما يُعرض تختاره قاعدة، وليس متوسطًا أبدًا
w-incident-figures = { PLURAL($n) ->
    [zero] لا أرقام
    [one] الرقم الوحيد الوارد
    [two] الرقمان الواردان
    [few] الأرقام الواردة كلها: { $n }
    [many] الأرقام الواردة كلها: { $n }
   *[other] الأرقام الواردة كلها: { $n }
}
w-incident-figure = الرقم
w-incident-superseded = حلّ محله رقم أحدث من المصدر نفسه
w-incident-subset = جزء من رقم أكبر
w-incident-counts = محتسَب
w-incident-judgement = الحكم
w-incident-judgement-lead = وفق بنود الاتفاق
w-incident-no-judgement = لم يُطبَّق أي بند من الاتفاق على هذه الحادثة.
w-incident-settles = ما الذي يحسم الحكم
w-incident-ask = اسأل
w-incident-trace = { PLURAL($n) ->
    [zero] لا خطوات
    [one] خطوة الاستدلال الوحيدة
    [two] خطوتا الاستدلال
    [few] خطوات الاستدلال، وعددها { $n }
    [many] خطوات الاستدلال، وعددها { $n }
   *[other] خطوات الاستدلال، وعددها { $n }
}
w-incident-stands = القواعد { $version }.
w-incident-by-person = يستند إلى ما أكدته مراجعة بشرية.
w-incident-by-machine = يستند إلى قراءة آلية: تصلح للتنبيه والاقتراح، ولا تُعدّ استنتاجًا.
w-incident-find = تسجيل ما ثبت، أو استثناء يُحتجّ به
w-incident-found = ما ثبت
w-incident-plea = الاستثناء المحتجّ به
w-incident-plea-by = المحتجّ
w-incident-enter = تسجيل
w-incident-case = القضية
w-incident-no-case = لا قضية مفتوحة في هذه الحادثة.
w-incident-open-case = فتح قضية
w-incident-questions = الأسئلة
w-incident-no-questions = لا أسئلة مفتوحة.
w-incident-answered = أُجيب عنه
w-incident-ask-own = اسأل عن أمر آخر
w-incident-links = أهي الحادثة نفسها؟
w-incident-links-lead = اقتراحات آلية، لا تسري إلى أن يقرّها شخص
w-incident-no-links = لا حادثة أخرى قريبة منها إلى حد أن تكون هي نفسها.
w-incident-same = هي نفسها
w-incident-part-of = جزء منها
w-incident-different = مختلفة
w-incident-unsure = لا يمكن الجزم
w-incident-part = تقسيم هذه الحادثة إلى حادثتين
w-incident-part-lead = اختر إفادة تبقى وأخرى تخرج: تُسجَّلان على أنهما عن حادثتين مختلفتين، وتلحق كل إفادة أخرى بالأقرب إليها.
w-incident-stays = تبقى
w-incident-goes = تخرج
w-incident-part-do = تقسيم
w-incident-feed = ما تغيّر
w-incident-feed-lead = الأحدث أولًا
w-incident-proof = الإثبات في السجل
w-incident-proof-lead = { PLURAL($size) ->
    [zero] لا قيود في السجل، وجذره:
    [one] هذا كله مثبت في سجل فيه قيد واحد، وجذره:
    [two] هذا كله مثبت في سجل فيه قيدان، وجذره:
    [few] هذا كله مثبت في سجل فيه { $size } قيود، وجذره:
    [many] هذا كله مثبت في سجل فيه { $size } قيدًا، وجذره:
   *[other] هذا كله مثبت في سجل فيه { $size } قيد، وجذره:
}
w-incident-entries = { PLURAL($n) ->
    [zero] لا قيود
    [one] القيد الوحيد الذي تستند إليه
    [two] القيدان اللذان تستند إليهما
    [few] القيود التي تستند إليها، وعددها { $n }
    [many] القيود التي تستند إليها، وعددها { $n }
   *[other] القيود التي تستند إليها، وعددها { $n }
}
w-incident-verify = للتحقق من دون الوثوق بهذا المكتب:
w-incident-sideways = { PLURAL($n) ->
    [zero] لا مصادر مستقلة.
    [one] مصدر مستقل واحد.
    [two] مصدران مستقلان.
    [few] { $n } مصادر مستقلة؛ مرّر الجدول أفقيًا لتراها كلها.
    [many] { $n } مصدرًا مستقلًا؛ مرّر الجدول أفقيًا لتراها كلها.
   *[other] { $n } مصدر مستقل؛ مرّر الجدول أفقيًا لتراها كلها.
}
w-incident-more-links = { PLURAL($n) ->
    [zero] لا حوادث أخرى محتملة
    [one] حادثة أخرى أقل احتمالًا
    [two] حادثتان أخريان أقل احتمالًا
    [few] { $n } حوادث أخرى أقل احتمالًا
    [many] { $n } حادثة أخرى أقل احتمالًا
   *[other] { $n } حادثة أخرى أقل احتمالًا
}
