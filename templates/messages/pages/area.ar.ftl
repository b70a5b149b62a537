# صفحة المنطقة الواحدة.
w-area-before = وفي الأيام السبعة قبلها { $n }
w-area-ratio-means = 1.00 هو المعدل اليومي قبل الهدنة
w-area-deaths-means = في الأحداث كلها، ومنها أحداث حروب أخرى
w-area-patrols = الدوريات: هدوء { $quiet }، منع { $refused }
w-area-why = لماذا هذه الحال
w-area-levels = مدى اليقين
w-area-level = المستوى بحساب أيام الهدنة كلها: { $ratio } من مستواه قبلها (90%: من { $low } إلى { $high })
w-area-nothing-changes = لا يُعرف شيء من شأنه أن يغيّرها.
w-area-nothing-left = لم يُترك شيء خارج الحساب.
w-area-questions = أسئلة مفتوحة هنا
w-area-answered = أُجيب عنه
w-area-rules = القواعد { $version }
w-area-derivation = سلسلة الاستنتاج حتى الجملة والبصمة
w-area-drivers = الحوادث التي تستند إليها
w-area-all-incidents = { PLURAL($n) ->
    [zero] لا حوادث في هذه المنطقة
    [one] الحادثة الوحيدة في هذه المنطقة
    [two] الحادثتان في هذه المنطقة
    [few] حوادث هذه المنطقة كلها، وعددها { $n }
    [many] حوادث هذه المنطقة كلها، وعددها { $n }
   *[other] حوادث هذه المنطقة كلها، وعددها { $n }
}
w-area-no-drivers = لم تُقرأ أي حادثة من بلاغات هذه الأيام.
w-area-course = المسار
w-area-course-lead = الحال يومًا بيوم والإنذار والمتوقع؛ يجري الزمن من اليسار إلى اليمين
w-area-compliance = الالتزامات الأخرى
w-area-compliance-lead = إلى جانب حال الهدنة، ولا تُدمج فيها
w-area-no-compliance = ليس في الاتفاق التزامات أخرى تُتابع هنا.
w-area-windows-lead = كما يرويها كل من أعلنها
w-area-no-windows = لم تُعلن هنا أي تهدئة محلية.
w-area-beside = إحصاءات أخرى لا تُجمع معها
w-area-left-other = { PLURAL($n) ->
    [zero] لا أحداث من حرب أخرى
    [one] حدث واحد من حرب أخرى
    [two] حدثان من حرب أخرى
    [few] { $n } أحداث من حرب أخرى
    [many] { $n } حدثًا من حرب أخرى
   *[other] { $n } حدث من حرب أخرى
}
w-area-left-other-why = لا تتقاتل فيها أطراف الاتفاق
w-area-left-unconfirmed = { PLURAL($n) ->
    [zero] لا حوادث بلا تأكيد من مراجعة بشرية
    [one] حادثة واحدة لم تؤكدها مراجعة بشرية
    [two] حادثتان لم تؤكدهما مراجعة بشرية
    [few] { $n } حوادث لم تؤكدها مراجعة بشرية
    [many] { $n } حادثة لم تؤكدها مراجعة بشرية
   *[other] { $n } حادثة لم تؤكدها مراجعة بشرية
}
w-area-left-unconfirmed-why = قد تنبّه، لكنها لا تكفي وحدها لوصف الهدنة بالمنهارة
w-area-left-totals = { PLURAL($n) ->
    [zero] لا حصائل تراكمية
    [one] حصيلة تراكمية واحدة
    [two] حصيلتان تراكميتان
    [few] { $n } حصائل تراكمية
    [many] { $n } حصيلة تراكمية
   *[other] { $n } حصيلة تراكمية
}
w-area-left-totals-why = الحصائل التراكمية لمدة ما لا تُضاف أبدًا إلى حصائل الحوادث
